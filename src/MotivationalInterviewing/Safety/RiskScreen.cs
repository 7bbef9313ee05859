using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MotivationalInterviewing.Safety.Screening;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Safety;

/// <summary>
/// Looks for signs of risk in a client's turn before anything else is done with it: rules over normalized words beside a
/// small trained classifier. It misses some risk; the README of this folder says how much. Crisis resources never depend on it.
/// Immutable, safe to share between threads, never throws for any text, and takes time linear in the text.
/// </summary>
public sealed class RiskScreen
{
    private const int HistoryWindow = 600, RiskCategories = 11;

    /// <summary>Log odds of a category below which a rule of that category is not believed.</summary>
    private const float Unlikely = -3;

    /// <summary>What a rule that holds is worth in log odds beside the classifier: words alone must be surer.</summary>
    private const float RuleCredit = 1.1f;

    /// <summary>"Yeah, suicide.": in so few words the classifier finds little to go by, and the rule counts for more.</summary>
    private const float RuleCreditOfFew = 2f;

    private const int FewWords = 4;

    private static readonly RiskLexicon s_lexicon = RiskLexicon.Default;
    private static readonly int s_askSui = s_lexicon.RuleId("askSui"), s_askHarm = s_lexicon.RuleId("askHarm"), s_askSafe = s_lexicon.RuleId("askSafe"),
        s_askPlan = s_lexicon.RuleId("askPlan"), s_fiction = s_lexicon.RuleId("fiction"), s_yes = s_lexicon.RuleId("yes"), s_no = s_lexicon.RuleId("no"), s_past = s_lexicon.RuleId("past"),
        s_over = s_lexicon.RuleId("over"), s_time = s_lexicon.RuleId("time"), s_planned = s_lexicon.RuleId("planned"), s_shakes = s_lexicon.RuleId("shakes");

    private readonly RiskPolicy _policy;
    private readonly RiskModel _model;

    internal RiskScreen(RiskPolicy policy, RiskModel model) => (_policy, _model) = (policy, model);

    /// <summary>The screen with the shipped policy and model.</summary>
    public static RiskScreen Default => Shipped.Screen;

    /// <summary>The same screen with a policy that does more.</summary>
    /// <param name="policy">The policy; see <see cref="RiskPolicy.Raise"/>.</param>
    /// <exception cref="ArgumentNullException">The policy is null.</exception>
    public RiskScreen With(RiskPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new RiskScreen(policy, _model);
    }

    /// <summary>Screens a client's turn.</summary>
    /// <param name="text">The words; any text.</param>
    /// <param name="history">The turns before, oldest first; empty when there are none.</param>
    /// <param name="target">What the conversation is about; null when unknown.</param>
    /// <returns>What was found; never null.</returns>
    public RiskAssessment Screen(ReadOnlySpan<char> text, ReadOnlySpan<Utterance> history = default, TargetBehavior? target = null) =>
        Screen(text, history.Length > 0 ? history[^1] : null, history.Length > 1 ? history[^2] : null);

    /// <summary>Screens a client's turn.</summary>
    /// <param name="text">The words; any text. Null counts as empty.</param>
    /// <param name="history">The turns before, oldest first.</param>
    /// <param name="target">What the conversation is about; null when unknown.</param>
    /// <returns>What was found; never null.</returns>
    /// <exception cref="ArgumentNullException">The history is null.</exception>
    [OverloadResolutionPriority(1)]
    public RiskAssessment Screen(string? text, IReadOnlyList<Utterance> history, TargetBehavior? target = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        return Screen(text.AsSpan(), history.Count > 0 ? history[^1] : null, history.Count > 1 ? history[^2] : null);
    }

    private RiskAssessment Screen(ReadOnlySpan<char> text, Utterance? last, Utterance? before)
    {
        if (text.IsEmpty) return RiskAssessment.Clear;
        var supported = LanguageCheck.IsSupported(text);
        var asked = Tail(last, Speaker.Counselor);
        using var words = RiskText.Read(text, s_lexicon);
        using var question = RiskText.Read(asked, s_lexicon);
        using var earlier = RiskText.Read(last is { Speaker: Speaker.Client } ? Tail(last, Speaker.Client) : Tail(before, Speaker.Client), s_lexicon);

        var rules = s_lexicon.Rules.Length;
        Span<int> memory = stackalloc int[rules * 4];
        var matches = Matches(memory);
        var about = RiskCategory.None;
        var plan = false;
        if (!question.Tokens.IsEmpty)
        {
            RiskMatcher.Run(s_lexicon, question.Tokens, ref matches, asks: true);
            plan = matches.Has(s_askPlan);
            about = matches.Has(s_askSui) ? RiskCategory.SuicidalIdeation
                : matches.Has(s_askHarm) ? RiskCategory.HarmToOthers
                : matches.Has(s_askSafe) ? RiskCategory.IntimatePartnerViolence : RiskCategory.None;
            // The protocol's own question about a body or a substance can be denied as well.
            if (about == RiskCategory.None) about = SafetyProtocol.AskedAbout(asked);
            matches = Matches(memory);
        }

        RiskMatcher.Run(s_lexicon, words.Tokens, ref matches);

        // "Do you have a plan?" is about much else; answered by a time and nothing more it is about this.
        if (plan && about == RiskCategory.None && words.Tokens.Length <= 3 && matches.Has(s_time)) about = RiskCategory.SuicidalIdeation;
        var fired = Fired(matches, memory[(rules * 3)..]);
        var rented = ArrayPool<int>.Shared.Rent(RiskFeatures.Most);
        var slots = rented.AsSpan(0, RiskFeatures.Read(text, words.Tokens, question.Tokens, earlier.Tokens, s_lexicon, fired, rented.AsSpan(0, RiskFeatures.Most), out var own));
        var assessment = Decide(text.Length, words.Tokens, matches, fired, slots, about, supported);

        // What was said before may make a turn clearer; it never speaks a turn free that is not harmless by itself.
        if (assessment.Level == RiskLevel.None && !assessment.Denied && own < slots.Length)
            assessment = Decide(text.Length, words.Tokens, matches, fired, slots[..own], about, supported);

        ArrayPool<int>.Shared.Return(rented);
        return assessment;
    }

    /// <summary>Features of a turn, for training; without the rules where these were written with the turn in view.</summary>
    internal static int[] Features(string text, IReadOnlyList<Utterance> history, bool rules)
    {
        var last = history.Count > 0 ? history[^1] : null;
        using var words = RiskText.Read(text, s_lexicon);
        using var question = RiskText.Read(Tail(last, Speaker.Counselor), s_lexicon);
        using var earlier = RiskText.Read(last is { Speaker: Speaker.Client } ? Tail(last, Speaker.Client) : Tail(history.Count > 1 ? history[^2] : null, Speaker.Client), s_lexicon);
        var memory = new int[s_lexicon.Rules.Length * 4];
        var matches = Matches(memory);
        if (rules) RiskMatcher.Run(s_lexicon, words.Tokens, ref matches);
        var slots = new int[RiskFeatures.Most];
        return slots[..RiskFeatures.Read(text, words.Tokens, question.Tokens, earlier.Tokens, s_lexicon, Fired(matches, memory.AsSpan(s_lexicon.Rules.Length * 3)), slots, out _)];
    }

    /// <summary>Whether a rule with a level holds for a turn by itself.</summary>
    internal static bool AnyRule(string text)
    {
        using var words = RiskText.Read(text, s_lexicon);
        var memory = new int[s_lexicon.Rules.Length * 4];
        var matches = Matches(memory);
        RiskMatcher.Run(s_lexicon, words.Tokens, ref matches);
        return !Fired(matches, memory.AsSpan(s_lexicon.Rules.Length * 3)).IsEmpty;
    }

    private static ReadOnlySpan<char> Tail(Utterance? turn, Speaker speaker) =>
        turn is { Text: { Length: > 0 } text } && turn.Speaker == speaker ? text.AsSpan(Math.Max(0, text.Length - HistoryWindow)) : default;

    private static RiskMatches Matches(Span<int> memory)
    {
        var n = s_lexicon.Rules.Length;
        memory[..n].Fill(RiskMatches.Never);
        return new RiskMatches(memory[..n], memory.Slice(n, n), memory.Slice(n * 2, n));
    }

    /// <summary>The rules with a level that hold.</summary>
    private static ReadOnlySpan<int> Fired(RiskMatches matches, Span<int> fired)
    {
        var count = 0;
        var rules = s_lexicon.Rules;
        for (var r = 0; r < rules.Length; r++)
            if (rules[r].Level != RiskLevel.None && matches.Has(r)) fired[count++] = r;
        return fired[..count];
    }

    private RiskAssessment Decide(int length, ReadOnlySpan<RiskToken> tokens, RiskMatches matches, ReadOnlySpan<int> fired, ReadOnlySpan<int> slots, RiskCategory about, bool supported)
    {
        // The classifier weighs what rules propose; where none does it must be surer.
        var credit = fired.IsEmpty || matches.Has(s_fiction) ? 0 : tokens.Length <= FewWords ? RuleCreditOfFew : RuleCredit;
        var risk = tokens.Length > 0 && _model.Any(slots) >= _model.Threshold - credit;
        if (!risk && about == RiskCategory.None && supported) return RiskAssessment.Clear;
        var best = new RiskFinding[RiskCategories];
        var rules = s_lexicon.Rules;
        var found = false;
        var past = matches.Has(s_past) && matches.Has(s_over) && !matches.Has(s_time);
        if (risk)
        {
            Span<float> kinds = stackalloc float[RiskModel.Kinds];
            _model.Kind(slots, kinds);
            foreach (var r in fired)
            {
                var rule = rules[r];
                // A taper that a doctor leads is no sudden stop, unless the body speaks.
                if (rule.Category == RiskCategory.WithdrawalRisk && rule.Name is "stop-benzo" or "stop-drink-daily" && matches.Has(s_planned) && !matches.Has(s_shakes)) continue;
                if (kinds[(int)rule.Category - 1] < Unlikely) continue;
                Raise(rule.Category, rule.Level, matches.From[r], matches.Until[r] - matches.From[r], rule.Name);
            }

            var likely = 0;
            for (var c = 1; c < RiskModel.Moderate; c++)
                if (kinds[c] > kinds[likely]) likely = c;
            if (!found || kinds[likely] > 0)
            {
                // A guess that no rule bears out asks; it does not end the conversation.
                var level = fired.IsEmpty || kinds[RiskModel.Moderate] <= 0 ? RiskLevel.Low : kinds[RiskModel.High] > 0 ? RiskLevel.High : RiskLevel.Moderate;
                Raise((RiskCategory)(likely + 1), level, 0, length, "classifier");
            }

        }

        void Raise(RiskCategory category, RiskLevel level, int start, int size, string rule)
        {
            if (past && level > RiskLevel.Moderate) level = RiskLevel.Moderate;
            ref var finding = ref best[(int)category];
            if (level <= finding.Level) return;
            finding = new RiskFinding { Category = category, Level = level, Action = _policy.ActionFor(category, level, past), Start = start, Length = size, Rule = rule, Past = past };
            found = true;
        }

        var no = tokens.Length > 0 && matches.Has(s_no) && StartsWith(tokens, s_no);
        var denied = false;
        if (about != RiskCategory.None && tokens.Length > 0)
        {
            if (no)
            {
                // A clear denial clears what is unclear; it never clears a plan.
                denied = best[(int)about].Level < RiskLevel.High;
                if (denied)
                {
                    best[(int)about] = default;
                    found = false;
                    foreach (var finding in best) found |= finding.Level > RiskLevel.None;
                }
            }
            else if (StartsWith(tokens, s_yes) && about != RiskCategory.IntimatePartnerViolence && best[(int)about].Level < RiskLevel.High)
            {
                best[(int)about] = new RiskFinding { Category = about, Level = RiskLevel.High, Action = _policy.ActionFor(about, RiskLevel.High), Start = 0, Length = length, Rule = "answer" };
                found = true;
            }
        }

        if (!found && supported && !denied) return RiskAssessment.Clear;
        var findings = ImmutableArray.CreateBuilder<RiskFinding>();
        var strongest = supported ? RiskAction.None : RiskAction.Resources;
        var top = RiskLevel.None;
        for (var wanted = RiskLevel.High; wanted > RiskLevel.None; wanted--)
        {
            foreach (var finding in best)
            {
                if (finding.Level != wanted) continue;
                findings.Add(finding);
                if (finding.Action > strongest) strongest = finding.Action;
                if (wanted > top) top = wanted;
            }
        }

        return new RiskAssessment { Level = top, Action = strongest, Findings = findings.ToImmutable(), SupportedLanguage = supported, Denied = denied };
    }

    /// <summary>True when one of the cue's sequences stands among the first words.</summary>
    private static bool StartsWith(ReadOnlySpan<RiskToken> tokens, int cue)
    {
        Span<int> memory = stackalloc int[s_lexicon.Rules.Length * 3];
        var matches = Matches(memory);
        RiskMatcher.Run(s_lexicon, tokens[..Math.Min(4, tokens.Length)], ref matches);
        return matches.Has(cue);
    }

    // Apart, so that training does not need the model that it replaces.
    private static class Shipped
    {
        public static readonly RiskScreen Screen = new(RiskPolicy.Default, RiskModel.Embedded);
    }
}
