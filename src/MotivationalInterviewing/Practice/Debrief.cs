using System.Collections.Immutable;
using MotivationalInterviewing.Coding;
using MotivationalInterviewing.Sessions;

namespace MotivationalInterviewing.Practice;

/// <summary>What practice feedback is about. The default value is <see cref="None"/>.</summary>
public enum PracticeSkill
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>Open questions.</summary>
    OpenQuestions,

    /// <summary>Affirmations.</summary>
    Affirming,

    /// <summary>Reflections.</summary>
    Reflecting,

    /// <summary>Summaries.</summary>
    Summarizing,

    /// <summary>Bringing out change talk and staying with it.</summary>
    Evoking,

    /// <summary>Answering sustain talk and discord softly.</summary>
    Softening,

    /// <summary>Working as partners: permission, choice, no pressure.</summary>
    Partnership,

    /// <summary>Understanding more than the words.</summary>
    Empathy,

    /// <summary>Planning when the client is ready.</summary>
    Planning,

    /// <summary>Hearing danger and asking about it.</summary>
    RiskHandling,
}

/// <summary>One moment played again with other words: a real simulation from the state before it. Immutable.</summary>
public sealed record ReplayedMoment
{
    /// <summary>The counselor's turn.</summary>
    public required int Turn { get; init; }

    /// <summary>What the trainee said.</summary>
    public required string Said { get; init; }

    /// <summary>What the client answered.</summary>
    public required string Answered { get; init; }

    /// <summary>Another way to say it.</summary>
    public required string Alternative { get; init; }

    /// <summary>What this client would have answered to that.</summary>
    public required string WouldHaveAnswered { get; init; }

    /// <summary>Trust after the alternative less trust after what was said.</summary>
    public required double TrustGained { get; init; }

    /// <summary>Discord after the alternative less discord after what was said; negative is better.</summary>
    public required double DiscordChanged { get; init; }

    /// <summary>The turn; none of the words.</summary>
    public override string ToString() => $"ReplayedMoment {{ Turn = {Turn} }}";
}

/// <summary>One piece of feedback: what was measured, what it says, and where to look. Immutable.</summary>
public sealed record FeedbackItem
{
    /// <summary>What it is about.</summary>
    public required PracticeSkill Skill { get; init; }

    /// <summary>True for a strength, false for something to try.</summary>
    public required bool Strength { get; init; }

    /// <summary>The measure, with its instrument and version where it has one.</summary>
    public required string Measure { get; init; }

    /// <summary>The instrument and version; "practice" for measures of this library.</summary>
    public required string Instrument { get; init; }

    /// <summary>The value; null when there is too little to say one.</summary>
    public double? Value { get; init; }

    /// <summary>95 % interval of the value; null where there is none.</summary>
    public Interval? Interval { get; init; }

    /// <summary>What to keep or to try, and why it matters.</summary>
    public required string Reason { get; init; }

    /// <summary>Counselor turns to look at.</summary>
    public required ImmutableArray<int> Turns { get; init; }

    /// <summary>1 (to work on) to 5 (keep): for sorting and trends, no verdict about the person.</summary>
    public required int Rating { get; init; }

    /// <summary>The moment played again; null for strengths.</summary>
    public ReplayedMoment? Replay { get; init; }

    /// <summary>Measure, rating and number of turns; none of the words.</summary>
    public override string ToString() => $"FeedbackItem {{ Measure = {Measure}, Rating = {Rating}, Turns = {Turns.Length} }}";
}

/// <summary>What a supervisor says after a practice session. Immutable. It holds words of the session.</summary>
public sealed record Debrief
{
    /// <summary>Strengths, at most three; at least one when the trainee said anything useful.</summary>
    public required ImmutableArray<FeedbackItem> Strengths { get; init; }

    /// <summary>Things to try, at most three, the weightiest first.</summary>
    public required ImmutableArray<FeedbackItem> ToTry { get; init; }

    /// <summary>Measures of the session by the library's coder.</summary>
    public required SessionSummary Summary { get; init; }

    /// <summary>Client turns of change talk after which the counselor did something else.</summary>
    public required ImmutableArray<int> MissedChangeTalk { get; init; }

    /// <summary>Hidden facts that came out.</summary>
    public required ImmutableArray<string> Found { get; init; }

    /// <summary>Hidden facts that did not.</summary>
    public required ImmutableArray<string> NotFound { get; init; }

    /// <summary>Readiness at the end less that at the start, as the client knows it.</summary>
    public required double ReadinessGained { get; init; }

    /// <summary>The client walked out.</summary>
    public required bool Left { get; init; }

    /// <summary>A danger was hinted at and never asked about.</summary>
    public required bool UnmetRisk { get; init; }

    /// <summary>Score per skill from 0 to 1 where the session shows it; skills without evidence are absent.</summary>
    public required ImmutableDictionary<PracticeSkill, double> Skills { get; init; }

    /// <summary>Compares the trainee's own rating with what was seen, without scolding.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="own">The trainee's rating, 1 to 5.</param>
    public string Compare(PracticeSkill skill, int own)
    {
        // "OpenQuestions" reads "Open questions".
        var name = string.Concat(skill.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));
        if (!Skills.TryGetValue(skill, out var score)) return $"{name}: this session shows too little of it to compare.";
        var seen = 1 + (int)Math.Round(4 * score);
        return own == seen ? $"{name}: you and the measures agree ({seen} of 5)."
            : own > seen ? $"{name}: you gave yourself {own}, the measures say about {seen}. Look at the turns below and judge for yourself."
            : $"{name}: you gave yourself {own}, the measures say about {seen}. You did better than you thought.";
    }

    /// <summary>Counts; none of the words.</summary>
    public override string ToString() => $"Debrief {{ Strengths = {Strengths.Length}, ToTry = {ToTry.Length}, MissedChangeTalk = {MissedChangeTalk.Length} }}";
}

/// <summary>Debriefs practice sessions. Stateless and thread-safe.</summary>
public static class Supervisor
{
    /// <summary>Looks back on a session with the library's own simulated client.</summary>
    /// <param name="client">The client.</param>
    /// <param name="end">The state at the end; its turns are played again to find each moment's state.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Debrief Debrief(SimulatedClient client, ClientState end)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(end);
        var (states, replies) = Replay(client, end);
        var transcript = new Transcript { Session = client.Profile.Id, Target = client.Profile.Behavior, Utterances = end.Turns };
        var summary = SessionSummary.Of(SessionCoder.Default.Code(transcript, CodingMode.Live));
        var (met, missed) = AfterChange(replies);
        var soft = After(replies, r => r.Intended.Talk == TalkDirection.Sustain || r.Intended.Discord, h => Coach.Slip(h) is null && !h.Contains(HeardAct.Inform));
        var slips = replies.Select((r, i) => (Index: i, Reply: r)).Where(x => Coach.Slip(x.Reply.Heard) is not null).ToList();
        var reflects = Turns(replies, HeardAct.ReflectChange, HeardAct.ReflectSustain, HeardAct.ReflectBoth, HeardAct.ReflectNeutral);
        var affirms = Turns(replies, HeardAct.Affirm);
        var choices = Turns(replies, HeardAct.EmphasizeChoice, HeardAct.AskPermission, HeardAct.Apologize);
        var changes = met.Count + missed.Count;

        var misc = summary.Misc;
        var strengths = new List<FeedbackItem>();
        if (changes >= 2 && met.Count * 2 >= changes) strengths.Add(Item(PracticeSkill.Evoking, "change talk met", Ratio.Share(met.Count, changes, 2), "You stayed with change talk when it came: that is what brings more of it.", met, 5));
        if (misc.ReflectionToQuestion.Value >= 1) strengths.Add(Item(PracticeSkill.Reflecting, "reflections to questions", misc.ReflectionToQuestion, "You gave back at least as often as you asked, so the client could hear themselves.", reflects, 5, MiscSummary.Instrument));
        if (choices.Count > 0) strengths.Add(Count(PracticeSkill.Partnership, "choice and permission", choices, "You left the choice with the client; it lowers the need to push back."));
        if (affirms.Count > 0) strengths.Add(Count(PracticeSkill.Affirming, "affirmations", affirms, "You named a strength; people who feel seen dare more."));
        if (misc.OpenQuestions.Value >= 0.5) strengths.Add(Item(PracticeSkill.OpenQuestions, "open questions", misc.OpenQuestions, "Most of your questions were open and left room.", Turns(replies, HeardAct.AskOpen, HeardAct.AskForChange), 4, MiscSummary.Instrument));
        if (strengths.Count == 0 && reflects.Count > 0) strengths.Add(Count(PracticeSkill.Reflecting, "reflections", reflects, "You gave back what the client said."));
        if (strengths.Count == 0 && end.Turn > 0) strengths.Add(Count(PracticeSkill.Empathy, "turns listened", [0], "You sat down with somebody who is not easy to reach, and that is where it starts."));

        var toTry = new List<FeedbackItem>();
        var unmetRisk = end.RiskTold && !replies.Any(r => r.Heard.Contains(HeardAct.AskSafety));
        if (unmetRisk)
        {
            var at = replies.FindIndex(r => r.State.RiskTold);
            toTry.Add(Count(PracticeSkill.RiskHandling, "danger asked about", [2 * at], "The client hinted at danger and it was not asked about. Safety comes before technique: ask directly, and bring in help.") with { Strength = false, Rating = 1, Value = 0, Replay = PlayAgain(client, states, replies, Math.Min(at + 1, replies.Count - 1), "I want to ask you plainly: are you safe, and are you thinking about hurting yourself?") });
        }

        if (slips.Count > 0)
        {
            var replays = slips.Select(s => PlayAgain(client, states, replies, s.Index, null)).OrderBy(r => r.DiscordChanged - r.TrustGained).ToList();
            var worst = slips.First(s => 2 * s.Index == replays[0].Turn).Reply;
            toTry.Add(Count(PracticeSkill.Partnership, "pressure", [.. slips.Select(s => 2 * s.Index)], $"{Coach.Slip(worst.Heard)} Pressure makes people argue the other side; ask first, or give back what you heard.") with { Strength = false, Rating = slips.Count > 3 ? 1 : 2, Value = slips.Count, Replay = replays[0] });
        }

        if (missed.Count > 0) toTry.Add(Item(PracticeSkill.Evoking, "change talk met", Ratio.Share(met.Count, changes, 2), "Change talk came and something else followed; give it back, or ask for more of it.", missed, missed.Count > met.Count ? 2 : 3) with { Strength = false, Replay = PlayAgain(client, states, replies, missed[0] / 2, null) });
        if (summary.LongestQuestionRun.Length >= 3 || misc.ReflectionToQuestion.Value < 1)
        {
            var run = replies.FindIndex(r => r.State.QuestionsInARow >= 3);
            if (run < 0) run = replies.FindIndex(r => r.Heard.Any(a => a is HeardAct.AskClosed or HeardAct.AskOpen) && r.State.Turn > 1);
            if (run >= 0) toTry.Add(Item(PracticeSkill.Reflecting, "reflections to questions", misc.ReflectionToQuestion, "Questions follow questions; a reflection between them shows that the answer arrived.", [2 * run], 2, MiscSummary.Instrument) with { Strength = false, Replay = PlayAgain(client, states, replies, run, null) });
        }

        if (misc.OpenQuestions.Value < 0.5)
        {
            var closed = Turns(replies, HeardAct.AskClosed);
            if (closed.Count > 0) toTry.Add(Item(PracticeSkill.OpenQuestions, "open questions", misc.OpenQuestions, "Many questions could be answered by a yes, a no or a number; open them.", closed, 2, MiscSummary.Instrument) with { Strength = false, Replay = PlayAgain(client, states, replies, closed[0] / 2, "What is that like for you?") });
        }

        if (affirms.Count == 0 && end.Turn >= 8 && toTry.Count < 3 && met.Count + missed.Count > 0)
        {
            var at = Math.Min((missed.Count > 0 ? missed[0] : met[0]) / 2, replies.Count - 1);
            toTry.Add(Count(PracticeSkill.Affirming, "affirmations", [2 * at], "No strength or effort was named; there is one in most sessions.") with { Strength = false, Rating = 3, Value = 0, Replay = PlayAgain(client, states, replies, at, "You have thought about this, and you came here to say it. That takes something.") });
        }

        return new Debrief
        {
            Strengths = [.. strengths.OrderByDescending(s => s.Rating).Take(3)],
            ToTry = [.. toTry.OrderBy(t => t.Rating).Take(3)],
            Summary = summary,
            MissedChangeTalk = [.. missed.Select(t => t - 1)],
            Found = end.Found,
            NotFound = [.. client.Profile.Hidden.Select(h => h.Id).Where(h => !end.Found.Contains(h))],
            ReadinessGained = end.Readiness - client.Profile.Readiness,
            Left = end.Left,
            UnmetRisk = unmetRisk,
            Skills = SkillsOf(replies, misc, met.Count, changes, soft, slips.Count, affirms.Count, reflects.Count, end, unmetRisk),
        };
    }

    private static ImmutableDictionary<PracticeSkill, double> SkillsOf(List<ClientReply> replies, MiscSummary misc, int met, int changes, (int Met, int All) soft, int slips, int affirms, int reflects, ClientState end, bool unmetRisk)
    {
        var skills = ImmutableDictionary.CreateBuilder<PracticeSkill, double>();
        void Set(PracticeSkill skill, double value) => skills[skill] = Math.Clamp(value, 0, 1);
        if (misc.OpenQuestions.Value is { } open) Set(PracticeSkill.OpenQuestions, open / 0.7);
        if (misc.ReflectionToQuestion.Value is { } rq) Set(PracticeSkill.Reflecting, rq / 2);
        if (replies.Count >= 8) Set(PracticeSkill.Affirming, affirms / (replies.Count / 10.0));
        if (changes >= 2) Set(PracticeSkill.Evoking, (double)met / changes);
        if (soft.All >= 2) Set(PracticeSkill.Softening, (double)soft.Met / soft.All);
        if (replies.Count >= 8) Set(PracticeSkill.Partnership, 1 - (4.0 * slips / replies.Count));
        if (reflects >= 5) Set(PracticeSkill.Empathy, 1 - ((double)replies.Count(r => r.Heard.Contains(HeardAct.Misread)) / reflects));
        var plans = replies.Where(r => r.Heard.Any(a => a is HeardAct.AskForPlan or HeardAct.AskForPlanTooSoon)).ToList();
        if (plans.Count > 0) Set(PracticeSkill.Planning, (double)plans.Count(r => r.Heard.Contains(HeardAct.AskForPlan)) / plans.Count);
        if (replies.Count >= 12) Set(PracticeSkill.Summarizing, replies.Any(r => r.State.Turns[^2].Text.Split('.', StringSplitOptions.RemoveEmptyEntries).Length >= 3 && r.Heard.Any(a => a is HeardAct.ReflectChange or HeardAct.ReflectBoth)) ? 1 : 0.3);
        if (end.RiskTold) Set(PracticeSkill.RiskHandling, unmetRisk ? 0 : 1);
        return skills.ToImmutable();
    }

    /// <summary>Plays the session again to have the state before each turn.</summary>
    private static (List<ClientState> States, List<ClientReply> Replies) Replay(SimulatedClient client, ClientState end)
    {
        var states = new List<ClientState> { client.Begin(end.Seed) };
        var replies = new List<ClientReply>();
        for (var i = 0; i < end.Turns.Length && !states[^1].Left; i += 2)
        {
            replies.Add(client.Answer(states[^1], end.Turns[i].Text));
            states.Add(replies[^1].State);
        }

        return (states, replies);
    }

    private static ReplayedMoment PlayAgain(SimulatedClient client, List<ClientState> states, List<ClientReply> replies, int index, string? alternative)
    {
        alternative ??= index == 0 ? "Hello, thanks for coming in. Where would you like to start?" : Coach.WhatWouldYouDo(client.Profile, replies[index - 1]).Options[0].Example;
        var again = client.Answer(states[index], alternative);
        return new ReplayedMoment
        {
            Turn = 2 * index,
            Said = replies[index].State.Turns[^2].Text,
            Answered = replies[index].Text,
            Alternative = alternative,
            WouldHaveAnswered = again.Text,
            TrustGained = again.State.Trust - replies[index].State.Trust,
            DiscordChanged = again.State.Discord - replies[index].State.Discord,
        };
    }

    /// <summary>Counselor turns after change talk: those that stay with it, and the others.</summary>
    private static (List<int> Met, List<int> Missed) AfterChange(List<ClientReply> replies)
    {
        var (met, missed) = (new List<int>(), new List<int>());
        for (var i = 1; i < replies.Count; i++)
        {
            if (replies[i - 1].Intended.Talk != TalkDirection.Change) continue;
            var stays = replies[i].Heard.Any(a => a is HeardAct.ReflectChange or HeardAct.ReflectBoth or HeardAct.Affirm or HeardAct.AskForChange or HeardAct.AskForPlan or HeardAct.AskOpen or HeardAct.Facilitate) && Coach.Slip(replies[i].Heard) is null;
            (stays ? met : missed).Add(2 * i);
        }

        return (met, missed);
    }

    private static (int Met, int All) After(List<ClientReply> replies, Func<ClientReply, bool> client, Func<ImmutableArray<HeardAct>, bool> counselor)
    {
        var (met, all) = (0, 0);
        for (var i = 1; i < replies.Count; i++)
        {
            if (!client(replies[i - 1])) continue;
            all++;
            if (counselor(replies[i].Heard)) met++;
        }

        return (met, all);
    }

    private static List<int> Turns(List<ClientReply> replies, params HeardAct[] acts) => [.. replies.Select((r, i) => (r, i)).Where(x => x.r.Heard.Any(acts.Contains)).Select(x => 2 * x.i)];

    private static FeedbackItem Item(PracticeSkill skill, string measure, Ratio ratio, string reason, List<int> turns, int rating, string instrument = "practice") => new()
    {
        Skill = skill,
        Strength = true,
        Measure = measure,
        Instrument = instrument,
        Value = ratio.Value,
        Interval = ratio.Interval,
        Reason = reason,
        Turns = [.. turns],
        Rating = rating,
    };

    private static FeedbackItem Count(PracticeSkill skill, string measure, List<int> turns, string reason) => new()
    {
        Skill = skill,
        Strength = true,
        Measure = measure,
        Instrument = "practice",
        Value = turns.Count,
        Reason = reason,
        Turns = [.. turns],
        Rating = 4,
    };
}
