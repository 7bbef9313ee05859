using System.Globalization;
using System.Text;
using MotivationalInterviewing.Coding;

namespace MotivationalInterviewing.Training;

/// <summary>
/// The turns that came out wrong, for reading beside the corpus: ids, labels, votes and probability, one line each. The
/// words stay where they are, and the list stays out of the repository.
/// </summary>
internal static class ErrorList
{
    private static readonly string[] s_directions = ["neutral", "change", "sustain"];
    private static readonly string[] s_mains = ["other", "question", "reflection", "input"];

    public static void Write(string path, IEnumerable<(string Mode, Answer Answer)> answers)
    {
        var full = Path.GetFullPath(path);
        for (var folder = Path.GetDirectoryName(full); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, ".git"))) throw new ArgumentException("The error list must lie outside the repository.", nameof(path));
        }

        var text = new StringBuilder("mode,session,turn,label,first_coder,votes,predicted,probability,kinds_or_codes,predicted_kinds_or_codes\n");
        foreach (var (mode, answer) in answers)
        {
            var turn = answer.Turn;
            var (truth, first, names) = turn.Client ? (turn.Direction, turn.OriginalDirection, s_directions) : (turn.Main, turn.OriginalMain, s_mains);
            if ((first >= 0 ? first : truth) == answer.Choice) continue;
            var votes = turn.Client ? turn.DirectionVotes : turn.MainVotes;
            text.AppendJoin(
                ',',
                mode,
                answer.Session.Id,
                answer.Session.Turns.IndexOf(turn).ToString(CultureInfo.InvariantCulture),
                Name(names, truth),
                Name(names, first),
                votes is null ? "" : string.Join('/', votes.Select(v => v.ToString("F2", CultureInfo.InvariantCulture))),
                names[answer.Choice],
                answer.Probability.ToString("F3", CultureInfo.InvariantCulture),
                Labels(turn.Client, turn.Client ? turn.Kinds : turn.Codes),
                Labels(turn.Client, answer.Labels)).Append('\n');
        }

        File.WriteAllText(full, text.ToString());
    }

    private static string Name(string[] names, int label) => label < 0 ? "" : names[label];

    private static string Labels(bool client, int mask)
    {
        var names = client ? ModelLayout.ClientKindNames : ModelLayout.CounselorCodeNames;
        return string.Join(' ', names.Where((_, k) => (mask >> k & 1) != 0));
    }
}
