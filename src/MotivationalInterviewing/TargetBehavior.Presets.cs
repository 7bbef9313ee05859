using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MotivationalInterviewing;

public sealed partial record TargetBehavior
{
    // The order matters for ties: the more specific behavior stands first.

    /// <summary>Drinking and driving: separating the two.</summary>
    public static TargetBehavior DrinkDriving { get; } = Make("drink-driving", "driving after drinking", ChangeGoal.Decrease,
        "never driving after drinking", "driving after drinking as before", "drink driving", "drinking driving", "drunk driving", "dui", "dwi", "drove drunk", "impaired driving", "drink drive");

    /// <summary>Alcohol: drinking less or stopping.</summary>
    public static TargetBehavior Alcohol { get; } = Make("alcohol", "drinking alcohol", ChangeGoal.Decrease,
        "drinking less or stopping", "drinking as before", "alcohol", "drink", "sober", "booze", "wine", "beer", "liquor");

    /// <summary>Vaping: using it less or stopping.</summary>
    public static TargetBehavior Vaping { get; } = Make("vaping", "vaping", ChangeGoal.Decrease,
        "vaping less or stopping", "vaping as before", "vape", "vaping", "e cigarette", "juul");

    /// <summary>Tobacco, smoked or not: using less or stopping.</summary>
    public static TargetBehavior Tobacco { get; } = Make("tobacco", "smoking or using tobacco", ChangeGoal.Decrease,
        "smoking less or stopping", "smoking as before", "tobacco", "smok", "cigarette", "nicotine", "snus", "chewing");

    /// <summary>Cannabis: using less or stopping.</summary>
    public static TargetBehavior Cannabis { get; } = Make("cannabis", "using cannabis", ChangeGoal.Decrease,
        "using less cannabis or stopping", "using cannabis as before", "cannabis", "marijuana", "weed", "pot use", "thc", "smoking weed", "smoking cannabis", "smoking marijuana");

    /// <summary>Opioids, prescribed or not: using less, stopping, or staying in treatment.</summary>
    public static TargetBehavior Opioids { get; } = Make("opioids", "using opioids", ChangeGoal.Decrease,
        "using less, stopping, or staying on treatment", "using opioids as before", "opioid", "opiate", "heroin", "painkiller", "fentanyl", "codeine", "oxycod", "methadone", "buprenorphine");

    /// <summary>Stimulants: using less or stopping.</summary>
    public static TargetBehavior Stimulants { get; } = Make("stimulants", "using stimulants", ChangeGoal.Decrease,
        "using less or stopping", "using stimulants as before", "stimulant", "cocaine", "methamphetamine", "amphetamine", "crack", "speed use", "meth");

    /// <summary>Other or several drugs: using less or stopping.</summary>
    public static TargetBehavior Drugs { get; } = Make("drugs", "using drugs", ChangeGoal.Decrease,
        "using less or stopping", "using drugs as before", "drug", "substance", "benzodiazepine", "sleeping tablets", "sleep tablets");

    /// <summary>Gambling: less or stopping.</summary>
    public static TargetBehavior Gambling { get; } = Make("gambling", "gambling", ChangeGoal.Decrease,
        "gambling less or stopping", "gambling as before", "gambl", "betting", "casino", "slots", "poker");

    /// <summary>Diabetes: looking after it day by day.</summary>
    public static TargetBehavior DiabetesCare { get; } = Make("diabetes-care", "looking after diabetes", ChangeGoal.Increase,
        "checking, eating and treating as planned", "leaving diabetes care as it is", "diabet", "insulin", "blood sugar", "glucose");

    /// <summary>Asthma: using inhalers and avoiding triggers as planned.</summary>
    public static TargetBehavior AsthmaCare { get; } = Make("asthma-care", "looking after asthma", ChangeGoal.Increase,
        "using the preventer and the plan", "leaving asthma care as it is", "asthma", "inhaler");

    /// <summary>Diet and weight: eating and weighing as the person would like to.</summary>
    public static TargetBehavior Diet { get; } = Make("diet", "eating and weight", ChangeGoal.Increase,
        "eating in a healthier way", "eating as before", "diet", "weight", "eating", "food", "nutrition", "sugary", "coffee", "caffeine", "energy drinks");

    /// <summary>Exercise: moving more.</summary>
    public static TargetBehavior Exercise { get; } = Make("exercise", "physical activity", ChangeGoal.Increase,
        "moving more", "moving as little as before", "exercis", "physical activity", "activity", "fitness", "walking", "physiotherapy");

    /// <summary>Medication: taking it as agreed.</summary>
    public static TargetBehavior Medication { get; } = Make("medication", "taking medication", ChangeGoal.Increase,
        "taking the tablets as agreed", "not taking the tablets as agreed", "medic", "tablet", "pills", "adherence", "antipsychotic", "antidepressant", "statin", "prescription");

    /// <summary>Safer sex.</summary>
    public static TargetBehavior SaferSex { get; } = Make("safer-sex", "safer sex", ChangeGoal.Increase,
        "protecting oneself and partners", "having sex without protection as before", "safer sex", "safe sex", "condom", "contracepti", "sexual risk", "prep use");

    /// <summary>Dental care.</summary>
    public static TargetBehavior DentalCare { get; } = Make("dental-care", "looking after teeth", ChangeGoal.Increase,
        "brushing, flossing and visiting the dentist", "leaving dental care as it is", "dental", "oral", "teeth", "floss", "brushing", "gums");

    /// <summary>Sleep habits.</summary>
    public static TargetBehavior Sleep { get; } = Make("sleep", "sleep habits", ChangeGoal.Increase,
        "keeping habits that help sleep", "keeping late or irregular nights", "sleep", "insomnia", "bedtime");

    /// <summary>Anger and violence: less of it.</summary>
    public static TargetBehavior Anger { get; } = Make("anger", "anger and violence", ChangeGoal.Decrease,
        "handling anger without violence", "acting on anger as before", "anger", "violen", "aggress", "fight", "temper", "knife", "batterer");

    /// <summary>Probation or parole: keeping to its conditions and staying out of crime.</summary>
    public static TargetBehavior ProbationCompliance { get; } = Make("probation-compliance", "keeping to probation or parole conditions", ChangeGoal.Increase,
        "keeping to the conditions and staying out of crime", "breaking the conditions as before", "probation", "parole", "recidivism", "offend", "crime", "criminal", "bail");

    /// <summary>School attendance and effort.</summary>
    public static TargetBehavior SchoolAttendance { get; } = Make("school-attendance", "attending school", ChangeGoal.Increase,
        "going to school and keeping up", "missing school as before", "school", "truan", "homework", "class attendance", "college attendance");

    /// <summary>Parenting plan.</summary>
    public static TargetBehavior ParentingPlan { get; } = Make("parenting-plan", "keeping to a parenting plan", ChangeGoal.Increase,
        "parenting as the plan says", "parenting as before", "parent", "child protection", "custody");

    /// <summary>Treatment attendance and programs.</summary>
    public static TargetBehavior TreatmentAttendance { get; } = Make("treatment-attendance", "attending treatment", ChangeGoal.Increase,
        "coming to the sessions and taking part", "missing sessions as before", "treatment", "attend", "therapy", "program", "engage", "help");

    /// <summary>Phone, gaming and screen use: less of it.</summary>
    public static TargetBehavior ScreenUse { get; } = Make("screen-use", "phone, gaming and screen use", ChangeGoal.Decrease,
        "less time on screens", "screen time as before", "phone", "gaming", "screen", "social media", "video game", "internet", "scrolling");

    /// <summary>All presets. The order decides ties in <see cref="Find"/>.</summary>
    public static ImmutableArray<TargetBehavior> Presets { get; } =
    [
        DrinkDriving, Alcohol, Vaping, Cannabis, Tobacco, Opioids, Stimulants, Drugs, Gambling, DiabetesCare, AsthmaCare, Diet, Exercise,
        Medication, SaferSex, DentalCare, Sleep, Anger, ProbationCompliance, SchoolAttendance, ParentingPlan, TreatmentAttendance, ScreenUse,
    ];

    private static readonly FrozenDictionary<string, TargetBehavior> s_byId =
        Presets.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);

    private static TargetBehavior Make(string id, string name, ChangeGoal goal, string change, string statusQuo, params ImmutableArray<string> aliases) => new()
    {
        Id = id,
        Name = name,
        Goal = goal,
        ChangeDescription = change,
        StatusQuoDescription = statusQuo,
        Aliases = aliases,
    };
}
