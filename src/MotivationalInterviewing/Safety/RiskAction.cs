namespace MotivationalInterviewing.Safety;

/// <summary>What a host does about a turn, from least to most.</summary>
public enum RiskAction
{
    /// <summary>Go on.</summary>
    None = 0,

    /// <summary>Go on, and show crisis resources beside the reply.</summary>
    Resources,

    /// <summary>Leave motivational interviewing for one gentle, direct question, with resources.</summary>
    Ask,

    /// <summary>Stop: acknowledge, show resources, hand off to a human; silence of motivational interviewing until released.</summary>
    Stop,
}
