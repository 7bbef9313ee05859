using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue.Consent;
using MotivationalInterviewing.Safety;
using MotivationalInterviewing.Sessions.Stages;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Dialogue;

/// <summary>Reads a client turn in the light of the session: signals, clauses worth giving back, subjects, a ruler's number.</summary>
internal static class Appraiser
{
    private const int MostClauses = 40;
    private const int RamblingWords = 90;
    private const int LongestClause = 240;

    /// <summary>Loads the word lists before the first text is read; see <see cref="Lexicons"/>.</summary>
    internal static void Load()
    {
        RuntimeHelpers.RunClassConstructor(typeof(SignalCues).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(Reading).TypeHandle);
    }

    internal static Appraisal Read(DialogueSession session, string text, CodedUtterance coded, RiskAssessment risk, StageEstimate stage)
    {
        var reading = new Reading(session, text, coded);
        reading.Run();
        return new Appraisal
        {
            Risk = risk,
            Coded = coded,
            Signals = reading.Signals,
            Clauses = reading.Clauses(),
            Topics = [.. reading.Topics],
            RulerAnswer = reading.RulerAnswer,
            Stage = stage,
            Task = session.Task,
        };
    }

    internal sealed class Reading(DialogueSession session, string text, CodedUtterance coded)
    {
        private int _words;
        private int _clauses;
        private bool _asks;
        private bool _reported;
        private (int Start, int End, int Score) _best;
        private double? _number;

        public ClientSignals Signals { get; private set; }

        public List<string> Topics { get; } = [];

        public int? RulerAnswer { get; private set; }

        public void Run()
        {
            Scan();
            var pending = session.Pace.Last;
            var shortAnswer = ShortAnswer.Of(text);
            if (_words == 0) Signals |= ClientSignals.Silence;
            var bare = _words <= 4 && shortAnswer.Kind is ShortAnswerKind.Acknowledge or ShortAnswerKind.Yes or ShortAnswerKind.No;
            if (_words > 0 && (bare || (_words <= 4 && Has(ClientSignals.NoIdea)) || (_words <= 2 && ClauseFinder.Fragment(text) is null && (coded.Talk == TalkDirection.Neutral || coded.Confidence < 0.6)))
                && !Has(ClientSignals.Feeling | ClientSignals.SelfBlame | ClientSignals.Lapse | ClientSignals.Correction)) Signals |= ClientSignals.ShortAnswer;
            if (_words > RamblingWords || _clauses > 14) Signals |= ClientSignals.Rambling;
            if (coded.Discord) Signals |= ClientSignals.Discord;
            if (shortAnswer.Kind == ShortAnswerKind.Yes) Signals |= ClientSignals.Agrees;
            if (shortAnswer.Kind == ShortAnswerKind.No) Signals |= ClientSignals.Refuses;
            if (pending.Is(Technique.AskPermission) && _words <= 3 && shortAnswer.Kind == ShortAnswerKind.Acknowledge) Signals |= ClientSignals.Agrees;

            // Where leave was asked for, the whole answer counts, and a doubtful one is no yes.
            if (session.Permissions.Pending != PermissionKind.None)
            {
                Signals &= ~(ClientSignals.Agrees | ClientSignals.Refuses);
                Signals |= LeaveAnswer.Of(text) switch { true => ClientSignals.Agrees, false => ClientSignals.Refuses, _ => ClientSignals.None };
            }

            if (!Has(ClientSignals.Withdraws) && session.Permissions.AnyGranted && LeaveAnswer.TakesBack(text)) Signals |= ClientSignals.Withdraws;
            if (_asks && text.AsSpan().TrimEnd() is [.., '?'] && text.AsSpan().TrimStart() is not ['-', ..] && !Has(ClientSignals.AsksAdvice | ClientSignals.AsksAboutProgram | ClientSignals.Discord) && Asks(text)) Signals |= coded.Interest || AsksFact(text) ? ClientSignals.AsksInformation : ClientSignals.AsksBack;
            if (_words > 2 && text.AsSpan().TrimEnd() is [.., '-' or '\u2014' or '\u2013' or ',']) Signals |= ClientSignals.BreaksOff;
            if (Topics.Count >= 3) Signals |= ClientSignals.SeveralTopics;
            if (Has(ClientSignals.SeeksWord)) Signals &= ~(ClientSignals.AsksBack | ClientSignals.AsksInformation);
            if ((IsRuler(pending) || (pending.Technique == Technique.None && AskedScale())) && Number(shortAnswer) is { } answer)
            {
                RulerAnswer = answer;
                Signals = (Signals | ClientSignals.RulerAnswer) & ~ClientSignals.ShortAnswer;
            }

            if (Has(ClientSignals.NoIdea) && session.Permissions.Pending == PermissionKind.None) Signals &= ~(ClientSignals.Refuses | ClientSignals.Agrees);
            if (Has(ClientSignals.Withdraws | ClientSignals.Discord)) Signals &= ~(ClientSignals.AsksOptions | ClientSignals.AsksReferral);
            if (Has(ClientSignals.AsksOptions | ClientSignals.AsksReferral)) Signals &= ~(ClientSignals.AsksAdvice | ClientSignals.AsksInformation);
            if (Disclosure.IsAsked(text)) Signals |= ClientSignals.AsksAboutProgram;
            if (Has(ClientSignals.Withdraws)) Signals &= ~ClientSignals.AsksAdvice;
            if (_words > 10) Signals &= ~ClientSignals.Pleases;
            if (Has(ClientSignals.Pleases)) Signals &= ~ClientSignals.Discord;

            // A slip is told of the past; "I don't want to relapse" is none.
            if (Has(ClientSignals.Lapse) && session.Options.Target.Goal == ChangeGoal.Increase && coded.Talk == TalkDirection.Change) Signals &= ~ClientSignals.Lapse;
            var change = false;
            var sustain = false;
            foreach (var code in coded.Codes)
            {
                change |= code.Code.Direction == TalkDirection.Change;
                sustain |= code.Code.Direction == TalkDirection.Sustain;
            }

            if (change && sustain) Signals |= ClientSignals.Mixed;
            if (Has(ClientSignals.OwnIdea) && !(change && coded.Talk == TalkDirection.Change)) Signals &= ~ClientSignals.OwnIdea;
        }

        [SkipLocalsInit]
        private void Scan()
        {
            Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
            Span<CueMatch> matches = stackalloc CueMatch[32];
            var reader = new ClauseReader(text, buffer);
            while (_clauses < MostClauses * 4 && reader.MoveNext())
            {
                _clauses++;
                var clause = reader.Current;
                var tokens = reader.Tokens;
                for (var i = 0; i < tokens.Length; i++) _words += i == 0 || tokens[i].Start != tokens[i - 1].Start ? 1 : 0;
                _asks |= clause.Mark == '?';
                if (_clauses > MostClauses) continue;
                var count = SignalCues.Table.Find(tokens, matches);
                var feeling = false;
                for (var i = 0; i < count; i++)
                {
                    var signal = SignalCues.Signal(matches[i].Cue);
                    if (signal is ClientSignals.Agrees or ClientSignals.Refuses && _clauses > 1) continue;
                    if (clause.Quoted && signal is ClientSignals.Discord or ClientSignals.Correction or ClientSignals.Withdraws) continue;
                    if (signal == ClientSignals.AsksAboutProgram && text.Contains("who are you to", StringComparison.OrdinalIgnoreCase)) continue;
                    if (signal is ClientSignals.Lapse or ClientSignals.AsksReferral or ClientSignals.AsksOptions && IsNegated(tokens, matches[i].Start)) continue;
                    if (signal is ClientSignals.AsksReferral or ClientSignals.AsksOptions or ClientSignals.AsksAboutProgram && IsReported(tokens, matches[i].Start)) continue;
                    Signals |= signal;
                    feeling |= signal == ClientSignals.Feeling;
                }

                count = SignalCues.TopicTable.Find(tokens, matches);
                for (var i = 0; i < count; i++)
                {
                    var topic = SignalCues.Topic(matches[i].Cue);
                    if (!Topics.Contains(topic)) Topics.Add(topic);
                }

                Weigh(clause, tokens, feeling);

                // "My wife thinks I drink too much. I don't."
                if (_reported && _clauses > 1 && s_disowning.Find(tokens, matches) > 0) Signals |= ClientSignals.Disowns;
                _reported |= ClauseCues.IsReported(tokens);
            }
        }

        /// <summary>The neutral clause most worth giving back: about the speaker, with a feeling, neither a stub nor a speech.</summary>
        private void Weigh(Clause clause, ReadOnlySpan<Token> tokens, bool feeling)
        {
            if (clause.Mark == '?' || clause.Length > LongestClause || tokens.Length < 3) return;
            var score = Math.Min(tokens.Length, 10);
            if (tokens.Length > 18) score -= 4;
            var self = false;
            for (var i = 0; i < tokens.Length; i++) self |= tokens[i].Id == Words.I || Words.Has(s_mine, tokens[i].Id);
            if (self) score += 5;
            if (tokens[0].Id == Words.I || Words.Has(s_mine, tokens[0].Id)) score += 3;
            if (feeling) score += 6;
            if (score >= _best.Score) _best = (clause.Start, clause.End, score);
        }

        private static bool IsNegated(ReadOnlySpan<Token> tokens, int start)
        {
            for (var i = Math.Max(0, start - 4); i < start; i++)
                if (Words.Has(s_negators, tokens[i].Id)) return true;
            return false;
        }

        /// <summary>"My wife keeps asking where ...": the question is another's.</summary>
        private static bool IsReported(ReadOnlySpan<Token> tokens, int start)
        {
            for (var i = 0; i < start; i++)
                if (Words.Has(s_reporting, tokens[i].Id)) return true;
            return false;
        }

        public ImmutableArray<ClientClause> Clauses()
        {
            var clauses = ImmutableArray.CreateBuilder<ClientClause>(4);
            foreach (var span in coded.Codes.OrderBy(c => c.Start))
            {
                var start = Whole(span.Start);
                var length = span.Start + span.Length - start;
                if (length is < 4 or > LongestClause || span.Code.Direction == TalkDirection.Neutral) continue;
                var words = text.AsSpan(start, length).Trim();
                if (IsStub(words) || Exists(clauses, words)) continue;
                clauses.Add(new ClientClause
                {
                    Text = words.ToString(),
                    Turn = coded.Utterance.Turn,
                    Direction = Has(ClientSignals.Disowns) ? TalkDirection.Sustain : span.Code.Direction,
                    Kind = span.Code.Kind,
                    Strength = Has(ClientSignals.Disowns) ? -Math.Abs(coded.Strength ?? 0) : coded.Confidence < 0.5 ? 0 : span.Code.Direction == coded.Talk ? coded.Strength ?? 0 : span.Code.Direction == TalkDirection.Change ? 1 : -1,
                });
            }

            if (clauses.Count == 0 && _best.Score > 0)
            {
                clauses.Add(new ClientClause
                {
                    Text = text.AsSpan(_best.Start, _best.End - _best.Start).Trim().ToString(),
                    Turn = coded.Utterance.Turn,
                    Direction = TalkDirection.Neutral,
                });
            }

            if (clauses.Count == 0 && text.Length <= LongestClause && ClauseFinder.Fragment(text) is not null)
                clauses.Add(new ClientClause { Text = text.Trim(), Turn = coded.Utterance.Turn, Direction = TalkDirection.Neutral });
            return clauses.ToImmutable();
        }

        /// <summary>"I'm not saying I'm quitting": what a verb of saying governs is not given back without it.</summary>
        private int Whole(int start)
        {
            var before = text.AsSpan(0, start).TrimEnd();
            var word = before[(before.LastIndexOfAny(s_wordEnds) + 1)..];
            if (word.IsEmpty || !s_governing.Contains(word.ToString())) return start;
            var from = before.LastIndexOfAny(s_phraseEnds) + 1;
            while (from < start && char.IsWhiteSpace(text[from])) from++;
            return from;
        }

        private static bool Exists(ImmutableArray<ClientClause>.Builder clauses, ReadOnlySpan<char> words)
        {
            foreach (var clause in clauses)
                if (words.SequenceEqual(clause.Text)) return true;
            return false;
        }

        private static bool IsStub(ReadOnlySpan<char> words) => words.IndexOf(' ') < 0;

        private bool Has(ClientSignals signal) => (Signals & signal) != 0;

        /// <summary>Whether somebody else has just asked for a number: "on a scale from 0 to 10".</summary>
        private bool AskedScale()
        {
            if (session.Recent.IsEmpty || session.Recent[^1] is not { Speaker: Speaker.Counselor } asked) return false;
            var words = ClientWords.Plain(asked.Text);
            for (var i = 0; i + 2 < words.Count; i++)
                if (words[i] is "0" or "zero" or "1" or "one" && words[i + 1] is "to" or "through" && words[i + 2] is "10" or "ten") return true;
            return false;
        }

        private static bool IsRuler(MoveNote note) =>
            note.Is(Technique.ImportanceRuler) || note.Is(Technique.ConfidenceRuler) || note.Is(Technique.ConfidenceCheck);

        /// <summary>The number of a ruler's answer: a bare one, or the first of 0 to 10 in a short turn.</summary>
        [SkipLocalsInit]
        private int? Number(ShortAnswer answer)
        {
            if (answer.Kind == ShortAnswerKind.Number) return (int)Math.Round(answer.Number, MidpointRounding.AwayFromZero);
            if (_words > 45) return null;
            Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
            var reader = new ClauseReader(text, buffer);
            while (reader.MoveNext())
            {
                foreach (var token in reader.Tokens)
                {
                    var word = text.AsSpan(token.Start, token.Length);
                    if (word is not "one" && ShortAnswer.Of(word) is { Kind: ShortAnswerKind.Number } found) _number ??= found.Number;
                }
            }

            return _number is >= 0 and <= 10 ? (int)Math.Round(_number.Value, MidpointRounding.AwayFromZero) : null;
        }

        /// <summary>"Right?" and "you know?" ask nothing.</summary>
        private static bool Asks(string text) => ClientWords.Plain(text) is { Count: > 1 } words && words[^1] is not ("right" or "know" or "mean" or "okay" or "ok" or "huh" or "isn't" or "it" or "not" or "see" or "you" or "yeah" or "yes" or "no") && (words.Count <= 6 || IsQuestion(text));

        /// <summary>"Then maybe I should try one glass?" is said with a rising voice, and asks nothing.</summary>
        private static bool IsQuestion(string text)
        {
            var last = text.AsSpan().TrimEnd().TrimEnd('?');
            var words = ClientWords.Plain(last[(last.LastIndexOfAny(s_sentenceEnds) + 1)..].ToString());

            while (words.Count > 3 && words[0] is "um" or "uh" or "and" or "but" or "so" or "well" or "like") words.RemoveAt(0);

            // "What if nobody likes me?" is a worry, and "you know how I said ...?" a reminder.
            if (words is ["what", "if", ..] or ["you", "know", "how" or "that" or "the" or "what" or "when", ..] or ["remember", ..] && words.Count > 4) return false;
            for (var i = 0; i < words.Count && i < 7; i++)
            {
                if (s_asking.Contains(words[i])) return true;
                if (s_helping.Contains(words[i]) && (i == 0 || !s_subjects.Contains(words[i - 1]))) return true;
            }

            return words.Count <= 4;
        }

        [SkipLocalsInit]
        private static bool AsksFact(ReadOnlySpan<char> text)
        {
            Span<Token> buffer = stackalloc Token[ClauseReader.BufferSize];
            Span<CueMatch> matches = stackalloc CueMatch[8];
            var reader = new ClauseReader(text, buffer);
            while (reader.MoveNext())
                if (reader.Current.Mark == '?' && s_factual.Find(reader.Tokens, matches) > 0) return true;
            return false;
        }

        private static readonly SearchValues<char> s_wordEnds = SearchValues.Create(" .,;!?\n");
        private static readonly SearchValues<char> s_sentenceEnds = SearchValues.Create(".!?\n-\u2014\u2013");
        private static readonly FrozenSet<string> s_asking = "what what's how how's why where where's who who's which whose".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        private static readonly FrozenSet<string> s_helping = "is are am was were do does did can could will would should have has had may might isn't aren't don't doesn't didn't can't couldn't won't wouldn't shouldn't haven't hasn't".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        private static readonly FrozenSet<string> s_subjects = "i you he she it we they that this there to who people".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        private static readonly SearchValues<char> s_phraseEnds = SearchValues.Create(".,;!?\n");
        private static readonly FrozenSet<string> s_governing =
            "say saying said think thinking thought mean meaning know knowing believe sure if that whether guess suppose something anything thing things what someone people everything nothing".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

        private static readonly bool[] s_mine = Words.Set("my me myself mine");
        private static readonly bool[] s_negators = Words.Set("not never no without if");
        private static readonly bool[] s_reporting = Words.Set("asking asks asked says said saying tells told wonders wondered dare");
        private static readonly CueTable s_disowning = new("^ i do not $; ^ i am not $; ^ it is not $; ^ i disagree; ^ i do not think; ^ but i do not think; ^ but i do not $; ^ but i am not $; ^ not true; ^ that is not true; ^ they exaggerate; ^ she exaggerates; ^ he exaggerates; ^ i do not see it");
        private static readonly CueTable s_factual = new("^ does it; ^ do they; ^ do those; ^ does that; is it true; is it safe; how long; how much; how many; what happens; what does; what are the; ^ is there; ^ are there; how does; side effects; what is the difference; ^ can it; ^ will it; ^ is it; ^ is that; ^ are you talking about; ^ you mean; ^ do you mean; how bad");
    }
}
