namespace MotivationalInterviewing.Training.Practice;

/// <summary>How a scripted counselor works. The default value is <see cref="Consistent"/>.</summary>
public enum CounselorPolicy
{
    /// <summary>Listens, reflects, evokes, leaves the choice with the client.</summary>
    Consistent = 0,

    /// <summary>Advises, argues, warns.</summary>
    Directive,

    /// <summary>Asks, and gives nothing back.</summary>
    QuestionsOnly,
}

/// <summary>
/// A counselor by a few simple rules, to prove what simulated clients do. Sees what a counselor sees: the client's words,
/// not the state. Deterministic for its seed.
/// </summary>
public sealed class ScriptedCounselor(CounselorPolicy policy, TargetBehavior target, int seed)
{
    private static readonly string[] s_openings = ["Hello, thanks for coming in. What brings you here today?", "Hi, good to meet you. How are things?", "Hello. Where would you like to start?"];
    private static readonly string[] s_facilitations = ["Mm-hm.", "Mm-hm.", "Right.", "Okay.", "Uh-huh.", "Mm.", "I see.", "Yeah."];
    private static readonly string[] s_evoking =
    [
        "What worries you about it, if anything?", "What would be better if you did change something?", "Why would you want to do something about it?", "How would you like things to be different?",
        "What matters most to you in all this?", "If nothing changes, what do you think might happen?", "What are the best reasons for changing, for you?", "Looking ahead a few years, what would you hope for?",
        "What makes you think about changing at all?", "Who would notice if you changed something, and what would they see?", "What were things like before it got to this?", "When you did manage, what helped?",
    ];
    private static readonly string[] s_exploring = ["Tell me about a typical day.", "How does it fit into your week?", "Tell me more about that.", "What is that like for you?", "What else is going on for you at the moment?", "How do you feel about that?", "Tell me about the people around you.", "How did it start?", "What do you like about it?"];
    private static readonly string[] s_affirming = ["You came in today although part of you did not want to; that took some courage.", "You are honest about it, and that is not easy.", "You care a lot about the people around you.", "You have kept going through a lot.", "You have thought about this carefully."];
    private static readonly string[] s_autonomy = ["What you do about this is up to you.", "It is your decision, and nobody can make it for you.", "You are the one who decides what happens next."];
    private static readonly string[] s_planning = ["So where does this leave you now?", "What do you think you might do next?", "What could be a first step, if you decided to take one?"];
    private static readonly string[] s_permission = ["Would it be okay if I shared something that other people have found useful?", "Could I tell you what we know about that?"];
    private static readonly string[] s_sharing = ["Some people find that a small step first works better than a big one. What do you make of that?", "Many people take several attempts, and each one teaches something. How does that sound?"];
    private static readonly string[] s_advising = ["You should stop, and the sooner the better.", "You need to cut down right away.", "Why don't you just throw it all away and start fresh?", "You ought to talk to your doctor about it this week.", "What you need to do is make a plan and stick to it.", "You have to think about your family now.", "I'd recommend that you stop completely."];
    private static readonly string[] s_arguing = ["But you can see that this is bad for you, surely. Plenty of people manage it, so it can be done.", "Other people in your position have stopped, so there is no reason why you can't.", "That's not really true, is it? The facts are clear on this.", "If you really cared, you would have done something about it by now.", "I think you are in denial about how bad it is."];
    private static readonly string[] s_warning = ["If you carry on like this you will end up very ill.", "If you don't change, you are going to lose everything.", "I'm warning you, it only gets worse from here."];
    private static readonly string[] s_informing = ["Research shows that it causes serious harm over the years, and that most of it could be prevented.", "The guidelines are quite clear: there is a limit, and you are over it.", "It affects the heart, the sleep and the mood, and the longer it goes on the harder it is to undo.", "We have a program here. It runs for eight weeks and it meets on Tuesdays."];
    private static readonly string[] s_closed = ["How much is it in a week?", "Have you tried to change it before?", "Does your family know?", "Do you do it every day?", "When did it start?", "Is it worse on weekends?", "Do you live alone?", "Are you working at the moment?", "Have you seen a doctor about it?", "How old were you when it started?", "Do you sleep well?", "Did anything happen last week?", "Does it cost you a lot?", "Is anyone helping you?", "Do you want to stop?", "How long does it last?"];
    private static readonly string[] s_open = ["What happened then?", "How do you feel about that?", "What does a normal day look like?", "Who else is involved?", "What do other people say?", "What else?", "What do you like about it?", "What gets in the way?", "Why do you think that is?", "What would you change?", "What is your plan?", "What worries you?"];

    private readonly List<string> _used = [];
    private ulong _dice = ((ulong)(uint)seed * 0x9E3779B97F4A7C15UL) ^ (ulong)policy;
    private string? _lastChange;
    private bool _mayShare;
    private int _turn;
    private int _changes;
    private int _sinceReflection;

    /// <summary>The counselor's next turn.</summary>
    /// <param name="client">What the client said last; null at the start.</param>
    /// <param name="discord">The client sounded strained.</param>
    public string Next(string? client, bool discord = false)
    {
        _turn++;
        if (client is null) return Pick(s_openings);
        return policy switch
        {
            CounselorPolicy.Consistent => Consistent(client, discord),
            CounselorPolicy.Directive => Directive(),
            _ => Chance(0.6) ? Pick(s_closed) : Pick(s_open),
        };
    }

    private string Directive() => Roll() switch
    {
        < 0.2 => Pick(s_advising),
        < 0.32 => Pick(s_arguing),
        < 0.4 => Pick(s_warning),
        < 0.52 => Pick(s_informing),
        < 0.74 => Pick(s_closed),
        < 0.8 => Pick(s_planning),
        _ => Pick(s_facilitations),
    };

    private string Consistent(string client, bool discord)
    {
        if (discord) return Chance(0.5) ? "I'm sorry, I got that wrong. Tell me what I missed." : Pick(s_autonomy);
        var (sentence, direction) = GiveBack.Find(client, target);
        if (_mayShare)
        {
            _mayShare = false;
            return Pick(s_sharing);
        }

        if (direction == TalkDirection.Change)
        {
            _changes++;
            var reflection = GiveBack.Of(sentence);
            var before = _lastChange;
            _lastChange = reflection;
            if (_changes > 5 && _turn > 14 && Chance(0.2)) return before is null ? Pick(s_planning) : $"{before} {reflection} {Pick(s_planning)}";
            if (Chance(0.3)) return Pick(s_facilitations);
            if (Chance(0.66))
            {
                _sinceReflection = 0;
                return reflection;
            }

            return Chance(0.6) ? $"{reflection} What else?" : Pick(s_affirming);
        }

        if (direction == TalkDirection.Sustain)
        {
            if (Chance(0.2)) return Pick(s_autonomy);
            if (Chance(0.22)) return Pick(s_facilitations);
            if (Chance(0.2)) return Pick(s_evoking);
            var reflection = GiveBack.Of(sentence);
            return _lastChange is null ? Chance(0.4) ? reflection : Pick(s_evoking) : $"{reflection.TrimEnd('.')}, and at the same time {Lower(_lastChange)}";
        }

        _sinceReflection++;
        var words = client.Count(c => c == ' ') + 1;
        if (words > 7 && _sinceReflection > 1 && Chance(0.45))
        {
            _sinceReflection = 0;
            return GiveBack.Of(sentence);
        }

        return Roll() switch
        {
            < 0.34 => Pick(s_facilitations),
            < 0.6 => Pick(s_evoking),
            < 0.76 => Pick(s_exploring),
            < 0.84 => Pick(s_affirming),
            < 0.88 => Pick(s_autonomy),
            < 0.91 when _turn > 8 => Permission(),
            < 0.95 => Chance(0.5) ? "On a scale from 0 to 10, how important is it to you to change this?" : "On a scale from 0 to 10, how ready are you to change this?",
            _ => Pick(s_closed),
        };
    }

    private string Permission()
    {
        _mayShare = true;
        return Pick(s_permission);
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private string Pick(string[] from)
    {
        // Not the same question twice within eight turns where there is another.
        for (var i = 0; i < 4; i++)
        {
            var pick = from[(int)(Roll() * from.Length)];
            if (from.Length > 8 && _used.Contains(pick)) continue;
            _used.Add(pick);
            if (_used.Count > 8) _used.RemoveAt(0);
            return pick;
        }

        return from[0];
    }

    private bool Chance(double p) => Roll() < p;

    private double Roll()
    {
        _dice += 0x9E3779B97F4A7C15UL;
        var z = (_dice ^ (_dice >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
