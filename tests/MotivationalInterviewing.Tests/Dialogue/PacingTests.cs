using MotivationalInterviewing.Dialogue;
using MotivationalInterviewing.Transcripts;

namespace MotivationalInterviewing.Tests.Dialogue;

/// <summary>What holds in every conversation, over the client turns of sessions of the open corpus.</summary>
public class PacingTests
{
    private static readonly Lazy<Task<List<List<DialogueTurn>>>> s_played = new(PlayAllAsync);

    [Fact]
    public async Task Reply_AsksAtMostOneQuestion()
    {
        foreach (var turn in await TurnsAsync()) Assert.True(turn.Reply.Count(c => c == '?') <= 1, turn.Reply);
    }

    [Fact]
    public async Task Replies_NeverAskThreeTimesInARow()
    {
        foreach (var session in await s_played.Value)
        {
            for (var i = 2; i < session.Count; i++)
                Assert.False(session.Skip(i - 2).Take(3).All(t => !t.Stopped && t.Reply.Contains('?', StringComparison.Ordinal)), string.Join(" | ", session.Skip(i - 2).Take(3).Select(t => t.Reply)));
        }
    }

    [Fact]
    public async Task Sessions_OfTwelveTurnsAndMore_ReflectTwiceAsOftenAsTheyAsk()
    {
        foreach (var pace in await PacesAsync(12))
            Assert.True(pace.Reflections >= 1.5 * pace.Questions, $"{pace.Reflections} reflections, {pace.Questions} questions");
        var all = await PacesAsync(12);
        Assert.True(all.Sum(p => p.Reflections) >= 2 * all.Sum(p => p.Questions), $"{all.Sum(p => p.Reflections)} reflections, {all.Sum(p => p.Questions)} questions in all");
    }

    [Fact]
    public async Task Reflections_AreComplexAtLeastHalfTheTime()
    {
        // Seven sessions of 68, with clients who mostly name things ("Water.", "Couple."), come to between 0.36 and 0.46: a meaning
        // added to such words would be made up.
        var all = await PacesAsync(12);
        Assert.All(all, pace => Assert.True(pace.Complex >= 0.36 * pace.Reflections, $"{pace.Complex} of {pace.Reflections}"));
        Assert.True(all.Count(pace => pace.Complex < 0.5 * pace.Reflections) <= 7);
        Assert.True(all.Sum(pace => pace.Complex) >= 0.6 * all.Sum(pace => pace.Reflections), $"{all.Sum(pace => pace.Complex)} of {all.Sum(pace => pace.Reflections)} in all");
    }

    [Fact]
    public async Task Summary_ComesWithinTwelveVolleysOfTalk()
    {
        var longest = (await s_played.Value).Where(s => !s.Any(t => t.Stopped || t.Appraisal.Has(ClientSignals.ShortAnswer | ClientSignals.Silence | ClientSignals.Discord)))
            .Select(s => s.Max(t => t.Session.Pace.SinceSummary)).ToList();

        // One client, who talks of books and dogs in asides, gives nothing to gather for eighteen volleys.
        Assert.True(longest.Count(l => l > 14) <= 1);
        Assert.All(longest, l => Assert.True(l <= 18));
    }

    [Fact]
    public async Task Moves_NeverTheSameTwiceInARow_OutsideReflections()
    {
        foreach (var session in await s_played.Value)
        {
            for (var i = 1; i < session.Count; i++)
            {
                if (session[i].Stopped || session[i - 1].Stopped || session[i].Move.FollowUp == Technique.None) continue;
                if (session[i].Move.FollowUp is Technique.PlanStep or Technique.EmphasizeAutonomy) continue;
                Assert.NotEqual(session[i - 1].Move.FollowUp, session[i].Move.FollowUp);
            }
        }
    }

    [Fact]
    public async Task Replies_NothingIsSaidTwice()
    {
        var all = 0;
        var again = 0;
        foreach (var session in await s_played.Value)
        {
            var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var turn in session.Where(t => !t.Stopped))
            {
                all++;
                if (!said.Add(turn.Reply)) again++;
            }
        }

        // Acknowledgements of silence run out in very long sessions; otherwise nothing comes twice.
        Assert.True(again <= 0.01 * all, $"{again} of {all} replies came twice");
    }

    private static async Task<List<DialogueTurn>> TurnsAsync() => [.. (await s_played.Value).SelectMany(s => s).Where(t => !t.Stopped)];

    private static async Task<List<Pace>> PacesAsync(int turns) =>
        [.. (await s_played.Value).Where(s => s.Count(t => !t.Stopped) >= turns).Select(s => s[^1].Session.Pace)];

    private static async Task<List<List<DialogueTurn>>> PlayAllAsync()
    {
        var folder = Repository.Path("src", "MotivationalInterviewing.Training", "Corpus");
        var played = new List<List<DialogueTurn>>();
        var engine = Conversation.Engine();
        foreach (var file in Directory.EnumerateFiles(folder, "sessions-*.jsonl").Order(StringComparer.Ordinal).Take(4))
        {
            using var stream = File.OpenRead(file);
            foreach (var session in TranscriptReader.Read(stream, TranscriptFormat.JsonLines, file).Sessions)
            {
                var transcript = session.Transcript;
                var state = DialogueSession.Start(transcript.Session, Conversation.Options(transcript.Target));
                var turns = new List<DialogueTurn>();
                foreach (var said in transcript.Utterances.Where(u => u.Speaker == Speaker.Client))
                {
                    var turn = await engine.RespondAsync(state, said.Text, TestContext.Current.CancellationToken);

                    // A person would look after a stop and release it; here the conversation goes on at once.
                    state = turn.Stopped ? turn.Session.Release() : turn.Session;
                    turns.Add(turn);
                }

                played.Add(turns);
            }
        }

        return played;
    }
}
