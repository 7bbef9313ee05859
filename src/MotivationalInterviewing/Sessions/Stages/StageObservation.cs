namespace MotivationalInterviewing.Sessions.Stages;

/// <summary>What one client volley tells about the stage: a column of <see cref="StageTables.Emission"/>. The default value is <see cref="None"/>.</summary>
public enum StageObservation
{
    /// <summary>Nothing observed.</summary>
    None = 0,

    /// <summary>Sustain talk only.</summary>
    Sustain,

    /// <summary>Change talk and sustain talk in one volley.</summary>
    Mixed,

    /// <summary>Preparatory change talk: desire, ability, reason, need or another stance toward change (DARN, O).</summary>
    Preparatory,

    /// <summary>Commitment or activation toward change (C+, AC+).</summary>
    Mobilizing,

    /// <summary>A recent step toward change (TS+).</summary>
    Step,

    /// <summary>A report of a change that has been kept up: a step together with a duration of six months or longer.</summary>
    SustainedChange,

    /// <summary>Follow, neutral or ask.</summary>
    Neutral,
}
