using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Training;

/// <summary>Where a labeled session comes from.</summary>
internal enum Domain
{
    /// <summary>AnnoMI transcripts.</summary>
    AnnoMi = 0,

    /// <summary>The open corpus written for this project.</summary>
    Authored = 1,

    /// <summary>MIBot conversations.</summary>
    MiBot = 2,
}

/// <summary>One turn with whatever labels it has; -1 and 0-mask mean unlabeled.</summary>
internal sealed class LabeledTurn
{
    public required bool Client { get; init; }

    public required string Text { get; init; }

    /// <summary>Neutral 0, change 1, sustain 2; -1 unlabeled. The teacher's label.</summary>
    public int Direction { get; set; } = -1;

    /// <summary>The first annotator's label in AnnoMI; -1 elsewhere.</summary>
    public int OriginalDirection { get; set; } = -1;

    /// <summary>Votes over neutral, change, sustain where several experts coded.</summary>
    public float[]? DirectionVotes { get; set; }

    public bool HasKinds { get; set; }

    public int Kinds { get; set; }

    public int Strength { get; set; }

    /// <summary>Discord 1, interest 2; -1 when flags were not coded.</summary>
    public int Flags { get; set; } = -1;

    /// <summary>Other 0, question 1, reflection 2, input 3; -1 unlabeled. The teacher's label.</summary>
    public int Main { get; set; } = -1;

    public int OriginalMain { get; set; } = -1;

    public float[]? MainVotes { get; set; }

    public bool HasCodes { get; set; }

    public int Codes { get; set; }

    /// <summary>Open 1, closed 0 by the first annotator; -1 otherwise.</summary>
    public int OriginalOpen { get; set; } = -1;

    // Filled once by the extractor.
    public int[] Features { get; set; } = [];

    public float Scale { get; set; }

    public TextShape Shape { get; set; }
}

/// <summary>A session, or a pair (two turns).</summary>
internal sealed class LabeledSession
{
    public required string Id { get; init; }

    public required Domain Domain { get; init; }

    public required string Behavior { get; init; }

    public bool Pair { get; init; }

    /// <summary>How good the counseling is said to be; empty when nobody says.</summary>
    public string Quality { get; init; } = "";

    /// <summary>Spoken or typed; empty when unknown.</summary>
    public string Register { get; init; } = "";

    public bool Frozen { get; set; }

    /// <summary>AnnoMI's video group; -1 elsewhere.</summary>
    public int Group { get; init; } = -1;

    public bool ErrorReading { get; set; }

    public int Fold { get; set; }

    public BehaviorGroup BehaviorGroup { get; set; }

    public List<LabeledTurn> Turns { get; } = [];
}
