using System.Collections.Immutable;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Practice.Simulation;

/// <summary>Where a line stands in its profile.</summary>
internal enum LineKind
{
    Topic = 0,
    Opening,
    Value,
    Worry,
    Feeling,
    Hidden,
    Plan,
    Answer,
    Discord,
    Ask,
    Leaving,
    Risk,

    /// <summary>What anybody might say of such a behavior, in general words.</summary>
    Common,
}

/// <summary>A line with what is needed to find it again in a counselor's words.</summary>
internal sealed record BookLine(int Index, ClientLine Line, LineKind Kind, int Group, string? Answer, uint[] Stems)
{
    internal TalkDirection Direction => Line.Direction;
}

/// <summary>A profile laid out for the simulation: all lines in one row, with weights of their words.</summary>
internal sealed class ClientBook
{
    private readonly Dictionary<uint, double> _weights = [];

    internal ClientBook(ClientProfile profile)
    {
        var lines = new List<BookLine>();
        void Add(ImmutableArray<ClientLine> from, LineKind kind, int group, string? answer = null)
        {
            foreach (var line in from) lines.Add(new BookLine(lines.Count, line, kind, group, answer, Stems.Of(line.Text)));
        }

        Add(profile.Opening, LineKind.Opening, -1);
        for (var i = 0; i < profile.Topics.Length; i++) Add(profile.Topics[i].Says, LineKind.Topic, i);
        Add(profile.Values, LineKind.Value, -1);
        Add(profile.Worries, LineKind.Worry, -1);
        Add(profile.Feelings, LineKind.Feeling, -1);
        for (var i = 0; i < profile.Hidden.Length; i++) Add(profile.Hidden[i].Says, LineKind.Hidden, i);
        for (var i = 0; i < profile.Plans.Length; i++) Add(profile.Plans[i].Says, LineKind.Plan, i);
        foreach (var kind in ClientProfiles.AnswerKinds)
            if (profile.Answers.TryGetValue(kind, out var answers)) Add(answers, LineKind.Answer, -1, kind);
        Add(profile.Discord, LineKind.Discord, -1);
        Add(profile.Asks, LineKind.Ask, -1);
        Add(profile.Leaving, LineKind.Leaving, -1);
        if (profile.Risk is { } risk) Add(risk.Says, LineKind.Risk, -1);
        Own = lines.Count;
        if (profile.Style != ClientStyle.SecondLanguage) Add(ProfileReader.Common(profile.Behavior.Id), LineKind.Common, -1);

        Lines = [.. lines];
        TopicWords = [.. profile.Topics.Select(t => Words(t.About))];
        HiddenWords = [.. profile.Hidden.Select(t => Words(t.About))];
        PlanWords = [.. profile.Plans.Select(t => Words(t.About))];
        foreach (var line in Lines.Take(Own))
            foreach (var stem in line.Stems.Distinct()) _weights[stem] = _weights.GetValueOrDefault(stem) + 1;
        foreach (var stem in _weights.Keys.ToList()) _weights[stem] = Math.Log(1 + (Lines.Length / _weights[stem])) / Math.Log(1 + Lines.Length);
    }

    internal BookLine[] Lines { get; }

    /// <summary>How many of the lines, the first ones, are the profile's own.</summary>
    private int Own { get; }

    internal HashSet<uint>[] TopicWords { get; }

    internal HashSet<uint>[] HiddenWords { get; }

    internal HashSet<uint>[] PlanWords { get; }

    internal double Weight(uint stem) => _weights.GetValueOrDefault(stem, 0.5);

    private static HashSet<uint> Words(ImmutableArray<string> words) => [.. words.SelectMany(w => Stems.Of(w, all: true))];
}

/// <summary>Content words cut to what they share: "drinks", "drinking" and "drink" are one.</summary>
internal static class Stems
{
    private static readonly HashSet<string> s_stop =
    [
        .. """
        a an the and or but so if then than that this these those there here it its i im ive id ill you youre youve your yours me my mine we us our he she they them his her their
        is are was were be been being am do does did done dont doesnt didnt have has had having will would could should can cant couldnt wouldnt wont might may must of to in on at by for from with
        about into over up down out off as not no yes yeah just really very quite even still also too like know mean think thing things stuff lot kind sort get got gets getting go goes going went gone
        what which who how why when where all any some more most much many one something anything nothing everything some bit little maybe well oh um uh okay right because cause cos
        say said says tell told see look want wants wanted feel feels felt make makes made take takes took come comes came way sounds part youd thats whats theyre its hes shes isnt arent wasnt
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    internal static uint[] Of(ReadOnlySpan<char> text, bool all = false)
    {
        var stems = new List<uint>();
        Span<char> word = stackalloc char[24];
        var length = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (c is '\'' or '’') continue;
            if (char.IsLetterOrDigit(c))
            {
                if (length < word.Length) word[length++] = char.ToLowerInvariant(c);
                continue;
            }

            if (length > 1 && (all || !s_lookup.Contains(word[..length]))) stems.Add(FeatureScanner.HashWord(Cut(word[..length])));
            length = 0;
        }

        return [.. stems];
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word)
    {
        if (word.Length > 5 && word.EndsWith("ing")) word = word[..^3];
        else if (word.Length > 4 && (word.EndsWith("ed") || word.EndsWith("es"))) word = word[..^2];
        else if (word.Length > 3 && word.EndsWith("s") && !word.EndsWith("ss")) word = word[..^1];
        if (word.Length > 3 && word[^1] is 'e' or 'y') word = word[..^1];
        if (word.Length > 3 && word[^1] == word[^2]) word = word[..^1];
        return word;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_stop.GetAlternateLookup<ReadOnlySpan<char>>();
}
