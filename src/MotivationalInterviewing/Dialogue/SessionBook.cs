using System.Collections.Immutable;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Dialogue;

/// <summary>Keeps the session: takes the client's turn in, and writes down what was replied. Pure.</summary>
internal static class SessionBook
{
    private const int MostMoves = 16;
    private const int MostTopics = 6;

    /// <summary>The session after the client's turn, before a move is chosen.</summary>
    public static DialogueSession Take(DialogueSession session, Appraisal appraisal)
    {
        var note = Note(appraisal);
        var next = session with
        {
            Volleys = Push(session.Volleys, note, DialogueSession.MostVolleys),
            Clauses = Keep(session.Clauses, appraisal.Clauses),
            Permissions = Permissions(session, appraisal, note.Turn),
            Topics = Topics(session.Topics, appraisal.Topics),
            Pace = session.Pace with { SinceSummary = session.Pace.SinceSummary + 1 },
        };
        if (appraisal.RulerAnswer is { } answer)
            next = session.Pace.Last.Is(Technique.ImportanceRuler) ? next with { Importance = answer } : next with { Confidence = answer };
        if (session.Pace.Last.Is(Technique.AgendaMapping) && appraisal.Topics.FirstOrDefault(session.Topics.Contains) is { } focus) next = next with { Focus = focus };
        next = TakePlan(next, session.Pace.Last, appraisal);
        return next with { Task = Task(next, appraisal) };
    }

    /// <summary>The session after the reply.</summary>
    public static DialogueSession Reply(DialogueSession session, NextMove move, CodedUtterance coded, int clientTurn)
    {
        var reply = coded.Utterance.Text;
        bool complex = false, reflects = false, questions = false;
        foreach (var code in coded.Codes)
        {
            // As MITI counts: where the same words affirm, the affirmation stands.
            var stands = !coded.Codes.Any(c => c.Miti == Miti42.Affirm && c.Start == code.Start);
            complex |= stands && code.Miti == Miti42.ComplexReflection;
            reflects |= complex || (stands && code.Miti == Miti42.SimpleReflection);
            questions |= code.Miti == Miti42.Question;
        }

        var asks = reply.Contains('?', StringComparison.Ordinal) || move.FollowUp.Asks() || move.Technique.Asks();
        var pace = session.Pace;
        var used = Count(Count(pace.Used, move.Technique), move.FollowUp);
        var permissions = session.Permissions;
        if (move.Permission != PermissionKind.None && (move.Technique == Technique.AskPermission || move.FollowUp == Technique.AskPermission)) permissions = permissions.CloseOthers(move.Permission, clientTurn + 1).With(move.Permission, PermissionStatus.Asked, Speaker.Counselor, clientTurn + 1);
        // Leave for facts or ideas holds for what was asked about, not for all that comes after.
        if (move.Technique == Technique.ProvideInformation) permissions = permissions.With(PermissionKind.Information, PermissionStatus.NotAsked, Speaker.Counselor, clientTurn + 1);
        if (move.Technique == Technique.OfferMenu && move.Permission == PermissionKind.None) permissions = permissions.With(PermissionKind.Advice, PermissionStatus.NotAsked, Speaker.Counselor, clientTurn + 1);
        var summary = move.Technique is Technique.CollectingSummary or Technique.TransitionalSummary or Technique.PlanSummary;
        return session with
        {
            Permissions = permissions,
            Task = move.Task,
            Said = SentenceMemory.Add(session.Said, reply),
            Pace = pace with
            {
                Replies = pace.Replies + 1,
                Reflections = pace.Reflections + (reflects ? 1 : 0),
                Complex = pace.Complex + (complex ? 1 : 0),
                Questions = pace.Questions + (questions ? 1 : 0),
                QuestionsInRow = asks ? pace.QuestionsInRow + 1 : 0,
                SinceQuestion = asks ? 0 : pace.SinceQuestion + 1,
                SinceSummary = summary ? 0 : pace.SinceSummary,
                SummarizedTo = summary ? clientTurn : pace.SummarizedTo,
                LinkedTo = move.Technique is Technique.LinkingSummary || (move.Technique == Technique.DoubleSidedReflection && move.Reflect.Any(c => c.Turn < clientTurn))
                    ? Math.Max(pace.LinkedTo, move.Reflect.Where(c => c.Turn < clientTurn).Select(c => c.Turn).DefaultIfEmpty(-1).Max())
                    : pace.LinkedTo,
                SinceAffirmation = move.Technique == Technique.Affirm ? 0 : pace.SinceAffirmation + 1,
                Used = used,
                Moves = Push(pace.Moves, new MoveNote { Technique = move.Technique, FollowUp = move.FollowUp, Detail = move.Detail, Permission = move.Permission }, MostMoves),
            },
        };
    }

    /// <summary>The session with one more turn of words.</summary>
    public static DialogueSession Hear(DialogueSession session, Utterance turn)
    {
        var kept = turn.Text.Length <= DialogueSession.MostText ? turn : turn with { Text = turn.Text[..DialogueSession.MostText] };
        return session with { Recent = Push(session.Recent, kept, session.Options.RetainedTurns), Turns = session.Turns + 1 };
    }

    private static VolleyNote Note(Appraisal appraisal)
    {
        int change = 0, sustain = 0;
        foreach (var code in appraisal.Coded.Codes)
        {
            if (code.Code.Direction == TalkDirection.Change) change |= 1 << (int)code.Code.Kind;
            if (code.Code.Direction == TalkDirection.Sustain) sustain |= 1 << (int)code.Code.Kind;
        }

        var (talk, strength) = (appraisal.Coded.Talk ?? TalkDirection.Neutral, appraisal.Coded.Strength ?? 0);
        if (appraisal.Has(ClientSignals.Disowns)) (talk, strength, change, sustain) = (TalkDirection.Sustain, -Math.Max(1, Math.Abs(strength)), 0, 1 << (int)ChangeTalkKind.Other);
        return new VolleyNote
        {
            Turn = appraisal.Coded.Utterance.Turn,
            Talk = talk,
            Strength = strength,
            ChangeKinds = change,
            SustainKinds = sustain,
            Signals = appraisal.Signals,
        };
    }

    /// <summary>The opt-in machine: what the client's turn does to leave.</summary>
    private static PermissionLedger Permissions(DialogueSession session, Appraisal appraisal, int turn)
    {
        var ledger = session.Permissions;
        if (appraisal.Has(ClientSignals.Withdraws)) return ledger.WithdrawAll(turn);
        if (appraisal.Has(ClientSignals.Discord))
        {
            ledger = Withdraw(ledger, PermissionKind.Information, turn);
            ledger = Withdraw(ledger, PermissionKind.Advice, turn);
        }

        if (ledger.Pending is var pending && pending != PermissionKind.None)
        {
            var refuses = appraisal.Has(ClientSignals.Refuses);
            var agrees = appraisal.Has(ClientSignals.Agrees) || (pending == PermissionKind.Plan && appraisal.Has(ClientSignals.OwnIdea));
            ledger = ledger.With(
                pending,
                refuses ? PermissionStatus.Refused : agrees ? PermissionStatus.Granted
                    : appraisal.Has(ClientSignals.AsksAboutProgram) ? PermissionStatus.Asked : PermissionStatus.NotAsked,
                Speaker.Client,
                turn);
        }

        if (appraisal.Has(ClientSignals.AsksAdvice)) ledger = ledger.With(PermissionKind.Advice, PermissionStatus.Granted, Speaker.Client, turn);
        if (appraisal.Has(ClientSignals.AsksInformation)) ledger = ledger.With(PermissionKind.Information, PermissionStatus.Granted, Speaker.Client, turn);
        if (appraisal.Has(ClientSignals.AsksOptions)) ledger = ledger.With(PermissionKind.Options, PermissionStatus.Granted, Speaker.Client, turn);
        if (appraisal.Has(ClientSignals.AsksReferral)) ledger = ledger.With(PermissionKind.Referral, PermissionStatus.Granted, Speaker.Client, turn);
        return ledger;
    }

    private static PermissionLedger Withdraw(PermissionLedger ledger, PermissionKind kind, int turn) =>
        ledger[kind] is PermissionStatus.Granted or PermissionStatus.Asked ? ledger.With(kind, PermissionStatus.Withdrawn, Speaker.Client, turn) : ledger;

    private static DialogueSession TakePlan(DialogueSession session, MoveNote last, Appraisal appraisal)
    {
        var detail = last.Detail;
        if (session.Task != MiTask.Planning && !session.Permissions.Allows(PermissionKind.Plan)) return session;
        if (detail == PlanDetail.None && appraisal.Has(ClientSignals.OwnIdea) && session.Plan.IsEmpty) detail = PlanDetail.FirstStep;
        if (detail == PlanDetail.None || appraisal.Has(ClientSignals.NoIdea | ClientSignals.ShortAnswer | ClientSignals.Silence) || appraisal.Coded.Talk == TalkDirection.Sustain) return session;
        var clause = appraisal.Clauses.LastOrDefault(c => c.Direction == TalkDirection.Change) ?? appraisal.Clauses.LastOrDefault();
        if (clause is null || session.Plan.Any(p => p.Detail == detail)) return session;
        return session with { Plan = session.Plan.Add(new PlanItem { Detail = detail, Clause = clause }) };
    }

    private static MiTask Task(DialogueSession session, Appraisal appraisal)
    {
        if (session.Permissions.Allows(PermissionKind.Plan)) return session.Task == MiTask.Planning || session.Pace.Last.Permission == PermissionKind.Plan ? MiTask.Planning : session.Task;
        if (session.Task == MiTask.Planning) return MiTask.Evoking;
        if (session.Task == MiTask.Evoking) return MiTask.Evoking;
        if (session.Focus is null && appraisal.Has(ClientSignals.SeveralTopics) && session.Volleys.Length <= 2) return MiTask.Focusing;
        return session.Volleys.Length >= 3 || appraisal.Coded.Talk == TalkDirection.Change ? MiTask.Evoking : MiTask.Engaging;
    }

    private static ImmutableArray<ClientClause> Keep(ImmutableArray<ClientClause> clauses, ImmutableArray<ClientClause> added)
    {
        if (added.IsEmpty) return clauses;
        var all = new List<ClientClause>(clauses.Length + added.Length);
        all.AddRange(clauses);
        all.AddRange(added);
        while (all.Count > DialogueSession.MostClauses)
        {
            // What leans nowhere goes first, then what is oldest.
            var neutral = all.FindIndex(c => c.Direction == TalkDirection.Neutral);
            all.RemoveAt(neutral >= 0 ? neutral : 0);
        }

        return [.. all];
    }

    private static ImmutableArray<string> Topics(ImmutableArray<string> topics, ImmutableArray<string> added)
    {
        foreach (var topic in added)
            if (topics.Length < MostTopics && !topics.Contains(topic)) topics = topics.Add(topic);
        return topics;
    }

    private static ImmutableDictionary<Technique, int> Count(ImmutableDictionary<Technique, int> used, Technique technique) =>
        technique == Technique.None ? used : used.SetItem(technique, used.GetValueOrDefault(technique) + 1);

    private static ImmutableArray<T> Push<T>(ImmutableArray<T> items, T item, int most) =>
        items.Length < most ? items.Add(item) : [.. items.AsSpan()[(items.Length - most + 1)..], item];
}
