using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Dialogue.Help;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Stages;

namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// Holds a conversation in the manner of motivational interviewing: takes the client's words, gives what a counselor would
/// say next, why, and what was noticed. Risk is screened before everything else and the adherence guard reads every reply
/// last; neither can be taken out. Offline with the built-in writer; the same session and words give the same turn. All
/// state is in <see cref="DialogueSession"/>: one engine serves any number of conversations at once. No substitute for a
/// counselor, and no treatment.
/// </summary>
public sealed class DialogueEngine
{
    private const int HostAttempts = 3;
    private const int BuiltInAttempts = 4;
    private const int TrackedVolleys = 60;

    private readonly SafetyGate _safety;
    private readonly UtteranceCoder _coder;
    private readonly ConditionalWeakTable<Utterance, Spoken> _spoken = [];
    private readonly IReplyWriter? _writer;
    private readonly TimeProvider _clock;
    private readonly DialogueOptions? _options;

    private readonly HelpSources _help;
    private readonly DisclosureProfiles _profiles;
    private readonly CrisisReferralCounts? _referrals;

    /// <summary>Makes an engine.</summary>
    /// <param name="safety">Screens every client turn first.</param>
    /// <param name="writer">The host's own writer; null for the built-in one.</param>
    /// <param name="coder">Codes the talk; null for the shipped one.</param>
    /// <param name="clock">Measures durations for the meter; null for the system's.</param>
    /// <param name="options">For conversations that <see cref="Start"/> begins without options of their own.</param>
    /// <param name="help">Kinds of help and services to turn to, opened by the client's leave alone; null for the shipped menus.</param>
    /// <param name="profiles">How often the program says what it is, by place; null for the shipped profiles.</param>
    /// <param name="referrals">Counts turns with crisis resources; null counts nothing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="safety"/> is null.</exception>
    public DialogueEngine(SafetyGate safety, IReplyWriter? writer = null, UtteranceCoder? coder = null, TimeProvider? clock = null, DialogueOptions? options = null, HelpSources? help = null, DisclosureProfiles? profiles = null, CrisisReferralCounts? referrals = null)
    {
        (_help, _profiles, _referrals) = (help ?? HelpSources.Default, profiles ?? DisclosureProfiles.Default, referrals);
        ArgumentNullException.ThrowIfNull(safety);
        (_safety, _writer, _coder, _clock, _options) = (safety, writer, coder ?? UtteranceCoder.Default, clock ?? TimeProvider.System, options);
        Appraiser.Load();
    }

    /// <summary>Begins a conversation.</summary>
    /// <param name="id">The host's id; not blank.</param>
    /// <param name="options">How it is held; null for the engine's own options.</param>
    /// <exception cref="ArgumentException">The id is blank or an option out of range.</exception>
    /// <exception cref="InvalidOperationException">Neither here nor at the engine are there options.</exception>
    public DialogueSession Start(string id, DialogueOptions? options = null) =>
        DialogueSession.Start(id, options ?? _options ?? throw new InvalidOperationException("Say what would change: give options here, or where the engine is made."));

    /// <summary>Answers one client turn.</summary>
    /// <param name="session">The session so far; not changed.</param>
    /// <param name="text">The client's words; any text, also empty for silence.</param>
    /// <param name="cancellationToken">Passed to the host's writer.</param>
    /// <returns>The turn, with the session from now on.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="session"/> or <paramref name="text"/> is null.</exception>
    public async ValueTask<DialogueTurn> RespondAsync(DialogueSession session, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(text);
        cancellationToken.ThrowIfCancellationRequested();
        var started = _clock.GetTimestamp();
        using var activity = DialogueTelemetry.Source.StartActivity("respond");
        var target = session.Options.Target;
        var step = await _safety.HandleAsync(session.Id, session.Safety, text, session.Recent, target).ConfigureAwait(false);
        var said = new Utterance { Turn = session.Turns, Speaker = Speaker.Client, Text = text };
        var turn = step.Reply is { } reply
            ? Safety(session, said, step, reply)
            : session.IsPaused ? Paused(session, said, step)
            : await GoOnAsync(session, said, step, cancellationToken).ConfigureAwait(false);
        turn = Disclose(session, turn);
        _referrals?.Count(turn);
        DialogueTelemetry.Record(turn, _clock.GetElapsedTime(started));
        DialogueTelemetry.Tag(activity, turn);
        return turn;
    }

    /// <summary>
    /// Asks the client's leave for something, when the host opens the subject: "/options", a button. The yes or no is the
    /// client's next turn; nothing is shown before it.
    /// </summary>
    /// <param name="session">The session so far; not changed.</param>
    /// <param name="kind">What leave is asked for.</param>
    /// <returns>The question, and the session from now on; null while motivational interviewing is silent or paused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="session"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none.</exception>
    public static (string Question, DialogueSession Session)? Invite(DialogueSession session, PermissionKind kind)
    {
        ArgumentNullException.ThrowIfNull(session);
        var question = HelpDesk.Ask(kind);
        if (session.IsStopped || session.IsPaused) return null;
        var move = new NextMove { Technique = Technique.AskPermission, Task = session.Task, Permission = kind, Rationale = "The host opens the subject: leave first.", Avoids = "Telling before asking." };
        var asked = new Utterance { Turn = session.Turns, Speaker = Speaker.Counselor, Text = question };
        // The host's question is not coded: it counts for the pace as asked, not as the counselor's talk.
        var next = SessionBook.Reply(session, move, new CodedUtterance { Utterance = asked }, session.Turns - 1);
        return (question, SessionBook.Hear(next, asked));
    }

    /// <summary>Screened for risk, and read for nothing else.</summary>
    private static DialogueTurn Paused(DialogueSession session, Utterance said, SafetyStep step)
    {
        const string Reply = "I'm not reading what you write, except to notice danger, and I won't answer it. The services shown here are people. If you'd like to go on with me, you can switch that on again.";
        var resources = step.Resources.IsDefaultOrEmpty ? CrisisResources.Default.For(session.Options.Locale) : step.Resources;
        return new DialogueTurn
        {
            Appraisal = new Appraisal { Risk = step.Assessment!, Coded = new CodedUtterance { Utterance = said }, Stage = NotInferred("There is no consent to live inference."), Task = session.Task },
            Move = new NextMove { Technique = Technique.Paused, Task = session.Task, Rationale = "There is no consent to live inference: risk screening and resources stay, all else stops.", Avoids = "Reading on." },
            Reply = Reply,
            Source = ReplySource.Plain,
            Resources = resources,
            // The words are not kept either.
            Session = session with { Turns = session.Turns + 2, Safety = step.State },
        };
    }

    private DialogueTurn Disclose(DialogueSession session, DialogueTurn turn)
    {
        var profile = _profiles.For(session.Options.Place);
        var cadence = profile.EveryHours is not null || profile.AfterIdleHours is not null;
        var now = cadence ? _clock.GetUtcNow() : default;
        var first = session.Turns == 0;
        var due = first || (cadence && Disclosure.IsDue(profile, now, session.DisclosedAt, session.HeardAt)) || turn.Appraisal.Has(ClientSignals.AsksAboutProgram) || (turn.Source is ReplySource.Safety or ReplySource.Plain && Disclosure.IsAsked(turn.Appraisal.Coded.Utterance.Text));
        var said = first ? Disclosure.Opening(session.Options) : Disclosure.Statement;
        if (due) turn = turn with { Disclosure = said };
        return cadence ? turn with { Session = turn.Session with { DisclosedAt = due ? now : session.DisclosedAt, HeardAt = now } } : turn;
    }

    private static DialogueTurn Safety(DialogueSession session, Utterance said, SafetyStep step, string reply)
    {
        var next = SessionBook.Hear(session, said);
        next = SessionBook.Hear(next, new Utterance { Turn = next.Turns, Speaker = Speaker.Counselor, Text = reply });
        var move = new NextMove
        {
            Technique = Technique.SafetyReply,
            Task = session.Task,
            Rationale = step.State.Phase == SafetyPhase.Stopped
                ? "Risk comes before technique: motivational interviewing is silent until a human releases it."
                : "Risk comes before technique: one direct question, with resources.",
            Avoids = "Reflecting ambivalence where somebody may be in danger.",
        };
        return new DialogueTurn
        {
            Appraisal = new Appraisal
            {
                Risk = step.Assessment!,
                Coded = new CodedUtterance { Utterance = said },
                Stage = NotInferred("Nothing is inferred while risk is open."),
                Task = session.Task,
            },
            Move = move,
            Reply = reply,
            Source = ReplySource.Safety,
            Resources = step.Resources,
            Stopped = true,
            Session = next with { Safety = step.State },
        };
    }

    private async ValueTask<DialogueTurn> GoOnAsync(DialogueSession session, Utterance said, SafetyStep step, CancellationToken cancellationToken)
    {
        var live = _coder.StartLive(session.Options.Target);
        live.Restore(session.Coder);
        CodedUtterance? before = null;
        if (!session.Recent.IsEmpty && session.Recent[^1] is { Speaker: Speaker.Counselor } spoken)
        {
            // Our own reply was coded when it was checked, unless the session has been elsewhere since.
            if (_spoken.TryGetValue(spoken, out var known) && ReferenceEquals(known.After, session.Coder))
            {
                live.Restore(known.State);
                before = known.Coded;
            }
            else
            {
                before = live.Next(spoken);
            }
        }

        var coded = live.Next(said);
        var (stage, tracked) = Track(session, before, coded);
        var appraisal = Appraiser.Read(session, said.Text, coded, step.Assessment!, stage) with { Before = before };
        var heard = SessionBook.Hear(session, said) with { Safety = step.State, Coder = live.ToState(), Stage = tracked };
        NextMove move;
        if (coded.SupportedLanguage)
        {
            heard = SessionBook.Take(heard, appraisal);
            appraisal = appraisal with { Task = heard.Task };
            move = StrategyTable.Choose(new Situation(heard, appraisal)).Move;
        }
        else
        {
            move = new NextMove { Technique = Technique.UnsupportedLanguage, Task = session.Task, Rationale = "The language cannot be followed: say so, with resources.", Avoids = "Guessing." };
        }

        var help = HelpDesk.Open(heard, move, _help, _clock);
        var written = await WriteAsync(heard, move, said.Text, live, HelpDesk.Words(move, help, heard), cancellationToken).ConfigureAwait(false);
        var (reply, source, findings, discarded) = (written.Reply, written.Source, written.Findings, written.Discarded);
        move = written.Move;
        var next = SessionBook.Reply(heard, move, written.Coded, said.Turn);
        next = SessionBook.Hear(next, written.Coded.Utterance);
        return new DialogueTurn
        {
            Appraisal = appraisal,
            Move = move,
            Reply = reply,
            Source = source,
            Findings = findings,
            Discarded = discarded,
            Help = help,
            Resources = step.Resources,
            Session = next,
        };
    }

    /// <summary>A reply as the coder took it, and the coder's memory before and after it.</summary>
    private sealed record Spoken(LiveCoderState After, LiveCoderState State, CodedUtterance Coded)
    {
        public override string ToString() => nameof(Spoken);
    }

    private readonly record struct Written(NextMove Move, string Reply, ReplySource Source, CodedUtterance Coded, ImmutableArray<AdherenceFinding> Findings, int Discarded);

    /// <summary>
    /// The host's writer up to three times, then the built-in one, then a plain reflection, then a plain sentence; the guard
    /// reads each, and of the built-in writer's also the coder: what it would take for advice or confrontation is not said.
    /// </summary>
    private async ValueTask<Written> WriteAsync(DialogueSession session, NextMove move, string text, LiveCoder live, string? help, CancellationToken cancellationToken)
    {
        var request = Request(session, move, text);
        var discarded = 0;
        if (move.Technique == Technique.UnsupportedLanguage) return new(move, PlainReplies.Unsupported, ReplySource.Plain, Hear(PlainReplies.Unsupported), [], 0);
        if (help is not null)
        {
            var report = Check(help, request);
            if (report.Verdict != AdherenceVerdict.Inconsistent || move.Technique.IsFixedText()) return new(move, help, ReplySource.BuiltIn, Hear(help), report.Findings, 0);
            discarded++;
        }

        if (_writer is not null)
        {
            for (var attempt = 0; attempt < HostAttempts; attempt++)
            {
                var written = await _writer.WriteAsync(request with { Seed = Mix(request.Seed, attempt) }, cancellationToken).ConfigureAwait(false);
                if (string.IsNullOrWhiteSpace(written)) break;
                var report = Check(written, request);
                if (report.Verdict != AdherenceVerdict.Inconsistent) return new(move, written, ReplySource.Host, Hear(written), report.Findings, discarded);
                discarded++;
                request = request with { Findings = report.Findings };
            }

            request = request with { Findings = [] };
        }

        Written? again = null;
        Written? doubted = null;
        (NextMove Way, string Reply, ImmutableArray<AdherenceFinding> Findings)? alarming = null;
        foreach (var way in (NextMove[])[move, .. Simpler(move)])
        {
            for (var attempt = 0; attempt < BuiltInAttempts; attempt++)
            {
                var written = await BuiltInReplyWriter.Default.WriteAsync(request with { Move = way, Seed = Mix(request.Seed, attempt) }, cancellationToken).ConfigureAwait(false);
                if (session.Pace.QuestionsInRow >= 2) written = WithoutQuestions(written);
                if (string.IsNullOrWhiteSpace(written)) break;
                var report = Check(written, request);
                var accompanied = way.Technique.IsReflection() && way.FollowUp.Asks() && session.Pace.Questions > 0;
                if (report.Verdict == AdherenceVerdict.Inconsistent && !accompanied && !way.Technique.IsFixedText())
                {
                    discarded++;
                    if (way.Technique.IsReflection()) alarming ??= (way, written, report.Findings);
                    request = request with { Findings = report.Findings };
                    continue;
                }

                var coded = Hear(written);

                // A question that was to follow a reflection does not come alone, but for the first.
                if (accompanied && !Reflects(coded)
                    && await BuiltInReplyWriter.Default.WriteAsync(request with { Move = way with { FollowUp = Technique.None } }, cancellationToken).ConfigureAwait(false) is { Length: > 0 } alone)
                {
                    (written, coded) = (alone, Hear(alone));
                    report = Check(alone, request);
                }

                var speak = new Written(way, written, ReplySource.BuiltIn, coded, report.Findings, discarded);
                if ((report.Verdict == AdherenceVerdict.Inconsistent || Pushes(coded)) && !way.Technique.IsFixedText())
                {
                    discarded++;
                    if (accompanied && !Pushes(coded)) alarming ??= (way, written, report.Findings);
                    if (report.Verdict != AdherenceVerdict.Inconsistent && way.Technique.IsReflection() && way.FollowUp == Technique.None && !written.Contains(" could", StringComparison.Ordinal)) doubted ??= speak;
                    request = request with { Findings = report.Findings };
                    continue;
                }

                if (!SaidBefore(written, request)) return speak;

                // The writer repeats itself when it has nothing new left: once more with another seed, and no oftener.
                if (again is not null) break;
                again = speak;
            }

            // One in eight adherent replies alarms the guard. When all wordings of a reflection do and the coder hears no push in it, the client's own words are said all the same, with the findings.
            if (alarming is not { } alarm) continue;
            var taken = Hear(alarm.Reply);
            if (!Pushes(taken)) return new Written(alarm.Way, alarm.Reply, ReplySource.BuiltIn, taken, alarm.Findings, discarded);
            alarming = null;
        }

        if (again is { } kept) return kept with { Discarded = discarded };

        // The guard lets it pass and only the coder hears a push in what the client has just said themselves. "You could" is one all too easily.
        if (doubted is { } echo) return echo with { Discarded = discarded };
        var plain = PlainReplies.Write(request);
        return new(move, plain, ReplySource.Plain, Hear(plain), [], discarded);

        CodedUtterance Hear(string reply)
        {
            live.Restore(session.Coder);
            var spoken = new Utterance { Turn = session.Turns, Speaker = Speaker.Counselor, Text = reply };
            var coded = live.Next(spoken);
            _spoken.Add(spoken, new Spoken(session.Coder, live.ToState(), coded));
            return coded;
        }
    }

    /// <summary>What is said when a move cannot be put into words: the latest clause given back, and nothing asked.</summary>
    private static NextMove[] Simpler(NextMove move)
    {
        if (move.Reflect.IsEmpty) return [];
        var simple = move with
        {
            Technique = Technique.SimpleReflection,
            FollowUp = Technique.None,
            Reflect = [move.Reflect[^1]],
            Permission = PermissionKind.None,
            Detail = PlanDetail.None,
            Ruler = null,
            Variant = "",
        };
        return [simple, simple with { Technique = Technique.ComplexReflection }];
    }

    private static bool Reflects(CodedUtterance coded)
    {
        foreach (var code in coded.Codes)
            if (code.Miti == Miti42.SimpleReflection || code.Miti == Miti42.ComplexReflection) return true;
        return false;
    }

    private static bool Pushes(CodedUtterance coded)
    {
        foreach (var code in coded.Codes)
            if (code.Miti == Miti42.Persuade || code.Miti == Miti42.Confront) return true;
        return false;
    }

    private static AdherenceReport Check(string reply, ReplyRequest request) => AdherenceGuard.Default.Check(reply, request.History.AsSpan(), request.Target);

    /// <summary>The statements of a reply.</summary>
    private static string WithoutQuestions(string reply) => !reply.Contains('?', StringComparison.Ordinal) ? reply
        : string.Concat(SentenceMemory.Sentences(reply).Where(r => !reply.AsSpan()[r].Contains('?')).Select(r => reply[r])).Trim();

    private static bool SaidBefore(string reply, ReplyRequest request)
    {
        foreach (var sentence in SentenceMemory.Sentences(reply))
            if (request.WasSaid(reply.AsSpan()[sentence])) return true;
        return false;
    }

    private static ReplyRequest Request(DialogueSession session, NextMove move, string text)
    {
        var recent = session.Recent;
        return new ReplyRequest
        {
            Move = move,
            Target = session.Options.Target,
            ClientText = text,
            History = recent.Length <= 8 ? recent : [.. recent.AsSpan()[(recent.Length - 8)..]],
            Mode = session.Options.Mode,
            Locale = session.Options.Locale,
            Adolescent = session.Options.Adolescent,
            ReplyNumber = session.Pace.Replies,
            Seed = Mix(session.Options.Seed, session.Turns),
            RecentReplies = [.. recent.Where(u => u.Speaker == Speaker.Counselor).Select(u => u.Text)],
            Said = session.Said,
        };
    }

    private static (StageEstimate Estimate, StageTrackerState? State) Track(DialogueSession session, CodedUtterance? before, CodedUtterance coded)
    {
        var options = session.Options.Inference;
        if (!options.IsOn) return (NotInferred(options.OffReason!), session.Stage);
        var tracker = session.Stage is { } kept ? StageTracker.Restore(kept, options) : new StageTracker(options);
        if (before is not null) tracker.Observe(before);
        tracker.Observe(coded);
        var state = tracker.ToState();
        if (state.Volleys.Length > TrackedVolleys) state = state with { Volleys = state.Volleys[^TrackedVolleys..] };
        if (state.RelapseTurns.Length > TrackedVolleys) state = state with { RelapseTurns = state.RelapseTurns[^TrackedVolleys..] };
        return (tracker.Estimate(), state);
    }

    private static StageEstimate NotInferred(string reason) =>
        new() { Stage = StageOfChange.Unknown, Probabilities = [], Status = StageStatus.NotInferred, EvidenceTurns = [], Reason = reason };

    /// <summary>SplitMix64: another number for each turn and attempt, the same on every machine.</summary>
    private static ulong Mix(ulong seed, int step)
    {
        var z = seed + (0x9E3779B97F4A7C15 * (ulong)(step + 1));
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
