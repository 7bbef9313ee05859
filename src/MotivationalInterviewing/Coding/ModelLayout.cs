using System.Collections.Immutable;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// Where each output of the model stands. The linear stage has one row of <see cref="Row"/> outputs per hashed
/// feature and speaker; the session network answers <see cref="Outputs"/> numbers per turn, whoever speaks.
/// Changing anything here needs a new model file.
/// </summary>
internal static class ModelLayout
{
    public const int WordBits = 16;
    public const int CharacterBits = 15;
    public const int Buckets = (1 << WordBits) + (1 << CharacterBits);
    public const float CharacterValue = 0.5f;

    /// <summary>Outputs of one linear row, and bytes of its int8 form.</summary>
    public const int Row = 32;

    // Client row.
    public const int ClientDirection = 0;      // neutral, change, sustain
    public const int ClientOriginal = 3;       // the same, taught by first annotators alone
    public const int ClientKinds = 6;          // 16: D+ D- A+ A- R+ R- N+ N- C+ C- AC+ AC- T+ T- O+ O-
    public const int ClientStrength = 22;
    public const int ClientFlags = 23;         // discord, interest
    public const int ClientNextMain = 25;      // the counselor's next act
    public const int ClientNextDirection = 29; // the client's own next turn

    // Counselor row.
    public const int CounselorMain = 0;        // other, question, reflection, input
    public const int CounselorAuthored = 4;    // the same by the authored corpus's convention
    public const int CounselorCodes = 8;       // 21, in the order of CounselorCodeNames
    public const int CounselorNextDirection = 29; // the client's answer: change, sustain
    public const int CounselorOpen = 31;       // open against closed, taught by first annotators

    // Session network outputs.
    public const int OutDirection = 0;
    public const int OutKinds = 3;
    public const int OutStrength = 19;
    public const int OutFlags = 20;
    public const int OutMain = 22;
    public const int OutCodes = 26;
    public const int OutOpen = 47;
    public const int Outputs = 48;

    public const int Kinds = 16;
    public const int Codes = 21;

    /// <summary>Numbers per turn that the session network reads.</summary>
    public const int TurnVector = 80;

    /// <summary>Signed client kinds in output order, as the corpora write them.</summary>
    public static ImmutableArray<string> ClientKindNames { get; } =
        ["D+", "D-", "A+", "A-", "R+", "R-", "N+", "N-", "C+", "C-", "AC+", "AC-", "T+", "T-", "O+", "O-"];

    /// <summary>Counselor codes in output order, as the corpora write them.</summary>
    public static ImmutableArray<string> CounselorCodeNames { get; } =
    [
        "open-question", "closed-question", "simple-reflection", "complex-reflection", "summary", "affirm", "support",
        "emphasize-autonomy", "seek-collaboration", "advise-with-permission", "advise-without-permission",
        "give-information", "persuade", "confront", "direct", "warn", "raise-concern", "reframe", "facilitate",
        "structure", "greeting",
    ];
}
