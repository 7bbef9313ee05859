namespace MotivationalInterviewing;

/// <summary>
/// Stages of change of the transtheoretical model. The default value is <see cref="Unknown"/>. Relapse is an event, not a stage.
/// </summary>
public enum StageOfChange
{
    /// <summary>Not enough is known, or the evidence points several ways.</summary>
    Unknown = 0,

    /// <summary>No intention to change within six months.</summary>
    Precontemplation,

    /// <summary>Seriously considering change within six months.</summary>
    Contemplation,

    /// <summary>Intends to change within thirty days.</summary>
    Preparation,

    /// <summary>Meets the behavior's criterion, for less than six months.</summary>
    Action,

    /// <summary>Has met the criterion for six months or longer.</summary>
    Maintenance,
}
