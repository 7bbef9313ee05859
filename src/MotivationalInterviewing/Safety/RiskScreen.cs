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
    private const int HistoryWindow = 600;
    private const int ShortestForModel = 8;
    private static readonly RiskLexicon s_lexicon = RiskLexicon.Default;
    private static readonly int s_askSui = s_lexicon.RuleId("askSui"), s_askHarm = s_lexicon.RuleId("askHarm"), s_askSafe = s_lexicon.RuleId("askSafe"),
        s_askPlan = s_lexicon.RuleId("askPlan"), s_yes = s_lexicon.RuleId("yes"), s_no = s_lexicon.RuleId("no"), s_past = s_lexicon.RuleId("past"),
        s_over = s_lexicon.RuleId("over"), s_fiction = s_lexicon.RuleId("fiction"), s_time = s_lexicon.RuleId("time"),
        s_planned = s_lexicon.RuleId("planned"), s_shakes = s_lexicon.RuleId("shakes"), s_means = s_lexicon.RuleId("means");

    private readonly RiskPolicy _policy;
    private readonly RiskModel? _model;

    internal RiskScreen(RiskPolicy policy, RiskModel? model) => (_policy, _model) = (policy, model);

    /// <summary>The screen with the shipped policy and model.</summary>
    public static RiskScreen Default { get; } = new(RiskPolicy.Default, RiskModel.Embedded);

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
        using var words = RiskText.Read(text, s_lexicon);
        var asked = last is { Speaker: Speaker.Counselor, Text: { Length: > 0 } q } ? q.AsSpan(Math.Max(0, q.Length - HistoryWindow)) : default;
        using var question = RiskText.Read(asked, s_lexicon);

        var rules = s_lexicon.Rules;
        Span<int> memory = stackalloc int[rules.Length * 4];
        memory[..rules.Length].Fill(RiskMatches.Never);
        var matches = new RiskMatches(memory[..rules.Length], memory.Slice(rules.Length, rules.Length), memory.Slice(rules.Length * 2, rules.Length));
        RiskCategory about = RiskCategory.None;
        if (!question.Tokens.IsEmpty)
        {
            RiskMatcher.Run(s_lexicon, question.Tokens, ref matches);
            about = matches.Has(s_askSui) || matches.Has(s_askPlan) ? RiskCategory.SuicidalIdeation
                : matches.Has(s_askHarm) ? RiskCategory.HarmToOthers
                : matches.Has(s_askSafe) ? RiskCategory.IntimatePartnerViolence : RiskCategory.None;
            // The protocol's own question about a body or a substance can be denied as well.
            if (about == RiskCategory.None) about = SafetyProtocol.AskedAbout(asked);
            memory[..rules.Length].Fill(RiskMatches.Never);
            matches.Negated = false;
        }

        RiskMatcher.Run(s_lexicon, words.Tokens, ref matches);
        var fired = memory[(rules.Length * 3)..];
        var count = 0;
        for (var r = 0; r < rules.Length; r++)
            if (matches.Has(r)) fired[count++] = r;

        Span<float> scores = stackalloc float[RiskModel.Outputs];
        scores.Clear();
        if (_model is not null)
        {
            Span<int> slots = stackalloc int[RiskFeatures.Most];
            var n = RiskFeatures.Read(text, words.Tokens, question.Tokens, about != RiskCategory.None, slots);
            _model.Score(slots[..n], scores[..1]);
            if (scores[0] >= _model.Threshold) _model.Score(slots[..n], scores);
        }

        return Decide(text.Length, words.Tokens, matches, fired[..count], scores, about, supported);
    }

    private RiskAssessment Decide(int length, ReadOnlySpan<RiskToken> tokens, RiskMatches matches, ReadOnlySpan<int> fired, ReadOnlySpan<float> scores, RiskCategory about, bool supported)
    {
        if (fired.IsEmpty && about == RiskCategory.None && supported && (_model is null || scores[0] < _model.Threshold)) return RiskAssessment.Clear;
        var best = new RiskFinding[RiskModel.Outputs];
        var rules = s_lexicon.Rules;
        var found = false;
        var past = matches.Has(s_past) && matches.Has(s_over) && !matches.Has(s_time);
        foreach (var r in fired)
        {
            var rule = rules[r];
            if (rule.Level == RiskLevel.None) continue;
            // A taper that a doctor leads is no sudden stop, unless the body speaks.
            if (rule.Category == RiskCategory.WithdrawalRisk && rule.Name is "stop-benzo" or "stop-drink-daily" && matches.Has(s_planned) && !matches.Has(s_shakes)) continue;
            // Films, songs and games: only what the whole turn does not speak against. Never when plan, means or time stand there.
            if (matches.Has(s_fiction) && !matches.Has(s_time) && !matches.Has(s_means) && rule.Level < RiskLevel.High && _model is not null && scores[0] < 0) continue;
            ref var finding = ref best[(int)rule.Category];
            if (rule.Level <= finding.Level) continue;
            var level = past && rule.Level > RiskLevel.Moderate ? RiskLevel.Moderate : rule.Level;
            finding = new RiskFinding
            {
                Category = rule.Category,
                Level = level,
                Action = _policy.ActionFor(rule.Category, level, past),
                Start = matches.From[r],
                Length = matches.Until[r] - matches.From[r],
                Rule = rule.Name,
                Past = past,
            };
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

        if (!found && !denied && _model is not null && tokens.Length >= ShortestForModel && scores[0] >= _model.Threshold)
        {
            var category = 1;
            for (var c = 2; c < RiskModel.Outputs; c++)
                if (scores[c] > scores[category]) category = c;
            var level = past ? RiskLevel.Low : scores[0] >= _model.Threshold + 2 ? RiskLevel.Moderate : RiskLevel.Low;
            best[category] = new RiskFinding
            {
                Category = (RiskCategory)category,
                Level = level,
                Action = _policy.ActionFor((RiskCategory)category, level, past),
                Start = 0,
                Length = length,
                Rule = "classifier",
                Past = past,
            };
            found = true;
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
        var n = s_lexicon.Rules.Length;
        memory[..n].Fill(RiskMatches.Never);
        var matches = new RiskMatches(memory[..n], memory.Slice(n, n), memory.Slice(n * 2, n));
        RiskMatcher.Run(s_lexicon, tokens[..Math.Min(4, tokens.Length)], ref matches);
        return matches.Has(cue);
    }

    /// <summary>Features of a turn, for training.</summary>
    internal static int[] Features(string text, IReadOnlyList<Utterance> history)
    {
        var last = history.Count > 0 ? history[^1] : null;
        using var words = RiskText.Read(text, s_lexicon);
        var asked = last is { Speaker: Speaker.Counselor, Text: { Length: > 0 } q } ? q.AsSpan(Math.Max(0, q.Length - HistoryWindow)) : default;
        using var question = RiskText.Read(asked, s_lexicon);
        var n = s_lexicon.Rules.Length;
        var at = new int[n * 3];
        at.AsSpan(0, n).Fill(RiskMatches.Never);
        var matches = new RiskMatches(at.AsSpan(0, n), at.AsSpan(n, n), at.AsSpan(n * 2, n));
        var about = false;
        if (!question.Tokens.IsEmpty)
        {
            RiskMatcher.Run(s_lexicon, question.Tokens, ref matches);
            about = matches.Has(s_askSui) || matches.Has(s_askPlan) || matches.Has(s_askHarm) || matches.Has(s_askSafe);
        }

        var slots = new int[RiskFeatures.Most];
        var count = RiskFeatures.Read(text, words.Tokens, question.Tokens, about, slots);
        return slots[..count];
    }
}
