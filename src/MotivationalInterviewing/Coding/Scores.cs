using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>How much of a session an answer has seen. The values are the model's own order.</summary>
internal enum ContextMode
{
    /// <summary>One utterance alone.</summary>
    Single = 0,

    /// <summary>What was said so far.</summary>
    Live = 1,

    /// <summary>The whole session, later turns too.</summary>
    Session = 2,
}

/// <summary>Sixteen numbers inside a struct.</summary>
[InlineArray(16)]
internal struct KindValues
{
    private float _first;
}

/// <summary>Twenty-one numbers inside a struct.</summary>
[InlineArray(ModelLayout.Codes)]
internal struct CodeValues
{
    private float _first;
}

/// <summary>What the model says of a client turn. Probabilities are calibrated on held-out real transcripts.</summary>
internal struct ClientScores
{
    /// <summary>Probability of neutral talk.</summary>
    public float Neutral;

    /// <summary>Probability of change talk.</summary>
    public float Change;

    /// <summary>Probability of sustain talk.</summary>
    public float Sustain;

    /// <summary>The decision: not always the likeliest class, since rare classes are given their due.</summary>
    public TalkDirection Direction;

    /// <summary>Probability of each signed kind, in the order of <see cref="ModelLayout.ClientKindNames"/>.</summary>
    public KindValues Kinds;

    /// <summary>Bit k is set when kind k is decided on.</summary>
    public int KindMask;

    /// <summary>Expected strength, 0 to 5.</summary>
    public float Strength;

    /// <summary>Probability that the turn strains the relationship.</summary>
    public float Discord;

    /// <summary>Probability that the turn asks with interest.</summary>
    public float Interest;

    /// <summary>The decided direction's probability.</summary>
    public readonly float Confidence => Direction switch { TalkDirection.Change => Change, TalkDirection.Sustain => Sustain, _ => Neutral };
}

/// <summary>What the model says of a counselor turn.</summary>
internal struct CounselorScores
{
    /// <summary>Probability of other, question, reflection and input.</summary>
    public float Other, Question, Reflection, Input;

    /// <summary>The decision.</summary>
    public CounselorMain Main;

    /// <summary>Probability of each code, in the order of <see cref="ModelLayout.CounselorCodeNames"/>.</summary>
    public CodeValues Codes;

    /// <summary>Bit k is set when code k is decided on.</summary>
    public int CodeMask;

    /// <summary>Given that it asks: the probability that it asks openly.</summary>
    public float Open;

    /// <summary>Given that it asks: whether it is taken to ask openly.</summary>
    public bool IsOpen;

    /// <summary>The decided act's probability.</summary>
    public readonly float Confidence => Main switch { CounselorMain.Question => Question, CounselorMain.Reflection => Reflection, CounselorMain.Input => Input, _ => Other };
}

/// <summary>
/// What was said so far, as numbers: the state of the live networks. Holds no words. Reusable after
/// <see cref="Reset"/>; one per conversation; not for use by two threads at once.
/// </summary>
internal sealed class ContextState
{
    private readonly CodingModel _model;

    public ContextState(CodingModel model, TargetBehavior? behavior = null)
    {
        _model = model;
        States = new float[model.LiveStateLength];
        Behavior = BehaviorGroup.Of(behavior);
    }

    internal float[] States { get; }

    /// <summary>The target behavior.</summary>
    internal BehaviorGroup Behavior { get; private set; }

    /// <summary>Turns seen.</summary>
    public int Turns { get; internal set; }

    /// <summary>The model that the state belongs to.</summary>
    internal CodingModel Model => _model;

    /// <summary>Forgets the conversation.</summary>
    public void Reset(TargetBehavior? behavior = null)
    {
        Array.Clear(States);
        Turns = 0;
        Behavior = BehaviorGroup.Of(behavior);
    }
}
