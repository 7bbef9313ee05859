namespace MotivationalInterviewing.Safety;

/// <summary>What the risk is about.</summary>
public enum RiskCategory
{
    /// <summary>No category.</summary>
    None = 0,

    /// <summary>Wish to be dead, thoughts of suicide, plan, means or attempt.</summary>
    SuicidalIdeation,

    /// <summary>Hurting oneself without the wish to die.</summary>
    SelfHarm,

    /// <summary>Too much of a drug, medicine or alcohol, or high danger of it.</summary>
    Overdose,

    /// <summary>Dangerous withdrawal, or a plan to stop heavy alcohol or benzodiazepines abruptly, and withdrawal in pregnancy.</summary>
    WithdrawalRisk,

    /// <summary>Violence or control by a partner or the family at home.</summary>
    IntimatePartnerViolence,

    /// <summary>A child is harmed, neglected or in danger.</summary>
    ChildHarm,

    /// <summary>Thoughts, plans or acts of violence against others.</summary>
    HarmToOthers,

    /// <summary>Voices, persecution, missions, or sudden confusion.</summary>
    Psychosis,

    /// <summary>Signs of a bodily emergency such as stroke, heart attack, sepsis or very low sugar.</summary>
    MedicalEmergency,

    /// <summary>Starving, purging, or a weight goal that is itself a danger.</summary>
    EatingDisorderRisk,
}
