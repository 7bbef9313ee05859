using System.Collections.Immutable;
using System.Text.Json;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Dialogue;

namespace MotivationalInterviewing.Practice;

/// <summary>What a drill asks for. The default value is <see cref="ReflectionsOnly"/>.</summary>
public enum DrillKind
{
    /// <summary>Answer with a reflection and no question.</summary>
    ReflectionsOnly = 0,

    /// <summary>Turn a closed question into an open one.</summary>
    OpenClosedQuestions,

    /// <summary>Give back both sides, the change last.</summary>
    DoubleSided,

    /// <summary>Answer strain without defending or pushing.</summary>
    AnswerDiscord,

    /// <summary>Ask what is known or for leave, give a little, ask what the client makes of it.</summary>
    ElicitProvideElicit,

    /// <summary>Say whether a client's turn is change talk, sustain talk or neither.</summary>
    SpotChangeTalk,

    /// <summary>Choose the response that keeps to motivational interviewing.</summary>
    RankResponses,
}

/// <summary>One item of a drill, drawn from the open corpus. Immutable.</summary>
public sealed record DrillItem
{
    /// <summary>Identifies the item.</summary>
    public required string Id { get; init; }

    /// <summary>What it asks for.</summary>
    public required DrillKind Kind { get; init; }

    /// <summary>Id of the behavior, or its name in plain words.</summary>
    public required string Behavior { get; init; }

    /// <summary>The counselor's turn: what came before, or the closed question to open; null for none.</summary>
    public string? Counselor { get; init; }

    /// <summary>The client's turn.</summary>
    public required string Client { get; init; }

    /// <summary>Responses to choose from; empty for other kinds.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Indexes of the responses that keep to motivational interviewing.</summary>
    public ImmutableArray<int> Good { get; init; } = [];

    /// <summary>How the corpus codes the client's turn; null where it does not matter.</summary>
    public TalkDirection? Talk { get; init; }

    /// <summary>Id and kind.</summary>
    public override string ToString() => $"DrillItem {{ Id = {Id}, Kind = {Kind} }}";
}

/// <summary>Whether an answer did what the drill asks for, and why.</summary>
/// <param name="Met">True when it did.</param>
/// <param name="Reason">Why, in one or two sentences.</param>
public readonly record struct DrillResult(bool Met, string Reason);

/// <summary>Short exercises on one skill. Answers are read by the library's coder and guard, so a result is an estimate. Stateless and thread-safe; English only.</summary>
public static class Drills
{
    /// <summary>The items that ship.</summary>
    public static ImmutableArray<DrillItem> All { get; } = Load();

    /// <summary>Draws items of a kind, none twice.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="count">How many, at least 1; fewer come when fewer exist.</param>
    /// <param name="seed">Decides which.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    public static ImmutableArray<DrillItem> Draw(DrillKind kind, int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var items = All.Where(i => i.Kind == kind).ToArray();
        new Random(seed).Shuffle(items);
        return [.. items.Take(count)];
    }

    /// <summary>The drill that trains a skill.</summary>
    /// <param name="skill">The skill.</param>
    public static DrillKind For(PracticeSkill skill) => skill switch
    {
        PracticeSkill.OpenQuestions => DrillKind.OpenClosedQuestions,
        PracticeSkill.Evoking => DrillKind.SpotChangeTalk,
        PracticeSkill.Softening => DrillKind.AnswerDiscord,
        PracticeSkill.Summarizing => DrillKind.DoubleSided,
        PracticeSkill.Partnership or PracticeSkill.Planning => DrillKind.ElicitProvideElicit,
        PracticeSkill.Affirming or PracticeSkill.RiskHandling => DrillKind.RankResponses,
        _ => DrillKind.ReflectionsOnly,
    };

    /// <summary>What a drill asks the trainee to do.</summary>
    /// <param name="kind">The kind.</param>
    public static string Task(DrillKind kind) => kind switch
    {
        DrillKind.OpenClosedQuestions => "Ask the same as an open question.",
        DrillKind.DoubleSided => "Give back both sides in one statement, joined by and, the change last.",
        DrillKind.AnswerDiscord => "Answer without defending, pushing or explaining.",
        DrillKind.ElicitProvideElicit => "Answer in three steps: ask what they know or for leave, give a little, ask what they make of it.",
        DrillKind.SpotChangeTalk => "Change, sustain or neither?",
        DrillKind.RankResponses => "Which response keeps to motivational interviewing? Give its letter.",
        _ => "Answer with a reflection; no question.",
    };

    /// <summary>Reads an answer.</summary>
    /// <param name="item">The item.</param>
    /// <param name="answer">The trainee's words, a letter, or one of change, sustain and neither; any text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static DrillResult Check(DrillItem item, string answer)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(answer);
        answer = answer.Trim();
        if (answer.Length == 0) return new DrillResult(false, "Nothing was said.");
        if (item.Kind == DrillKind.SpotChangeTalk)
        {
            var right = item.Talk switch { TalkDirection.Change => "change", TalkDirection.Sustain => "sustain", _ => "neither" };
            return new DrillResult(answer.StartsWith(right[..2], StringComparison.OrdinalIgnoreCase), $"The corpus codes it as {(right == "neither" ? "neither" : right + " talk")}.");
        }

        if (item.Kind == DrillKind.RankResponses)
        {
            var choice = char.ToUpperInvariant(answer[0]) - 'A';
            var letters = string.Join(" and ", item.Good.Select(g => (char)('A' + g)));
            return new DrillResult(item.Good.Contains(choice), $"{letters} {(item.Good.Length == 1 ? "keeps" : "keep")} to it; the others push, tell or ask in a row.");
        }

        return CheckWords(item, answer);
    }

    private static DrillResult CheckWords(DrillItem item, string answer)
    {
        var target = TargetBehavior.Find(item.Behavior);
        var turns = new List<Utterance>();
        void Say(Speaker speaker, string text) => turns.Add(new Utterance { Turn = turns.Count, Speaker = speaker, Text = text });
        if (item.Counselor is { } before && item.Kind != DrillKind.OpenClosedQuestions) Say(Speaker.Counselor, before);
        Say(Speaker.Client, item.Client);
        var guard = AdherenceGuard.Default.Check(answer, turns, target);
        Say(Speaker.Counselor, answer);
        var coded = SessionCoder.Default.Code(new Transcript { Session = item.Id, Target = target, Utterances = [.. turns] }, CodingMode.Live).Utterances[^1];
        if (guard.Verdict == AdherenceVerdict.Inconsistent && item.Kind != DrillKind.OpenClosedQuestions)
            return new DrillResult(false, $"{guard.Findings[0].Rule.Name}: {guard.Findings[0].Mend}");
        var reflects = coded.Codes.Any(c => c.Code.Oars == Oars.Reflection);
        var asks = answer.Contains('?', StringComparison.Ordinal);
        return item.Kind switch
        {
            DrillKind.OpenClosedQuestions => Has(coded, Misc25.OpenQuestion) ? new DrillResult(true, "Open: it leaves room for a wide answer.") : new DrillResult(false, "It can still be answered by a word or a number; begin with what or how."),
            DrillKind.DoubleSided when !reflects => new DrillResult(false, "That is no reflection of both sides yet."),
            DrillKind.DoubleSided => answer.Contains(" and ", StringComparison.OrdinalIgnoreCase)
                ? new DrillResult(true, "Both sides stand there, joined; check that the change comes last.") : new DrillResult(false, "Only one side stands there; join the two by and, the change last."),
            DrillKind.ElicitProvideElicit => asks && answer.TrimEnd().EndsWith('?') ? new DrillResult(true, "You left the last word to the client.") : new DrillResult(false, "End by asking what the client makes of it."),
            DrillKind.AnswerDiscord => asks && !reflects ? new DrillResult(false, "A question alone asks more of somebody who is cross; show first that it arrived.") : new DrillResult(true, "Nothing in it pushes back."),
            _ => !reflects ? new DrillResult(false, "The coder hears no reflection; say as a statement what the client means.")
                : asks ? new DrillResult(false, "A reflection and a question; this drill is without the question.")
                : new DrillResult(true, Has(coded, Misc25.ComplexReflection) ? "A complex reflection: it adds meaning." : "A reflection that stays close to the words."),
        };
    }

    private static bool Has(CodedUtterance coded, Code code) => coded.Codes.Any(c => c.Code.Equals(code));

    private static ImmutableArray<DrillItem> Load()
    {
        using var stream = typeof(Drills).Assembly.GetManifestResourceStream("MotivationalInterviewing.Practice.drills.json")!;
        return [.. JsonSerializer.Deserialize(stream, PracticeJson.Default.DrillItemArray)!];
    }
}
