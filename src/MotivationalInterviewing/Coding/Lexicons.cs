using System.Runtime.CompilerServices;
using MotivationalInterviewing.Text;

namespace MotivationalInterviewing.Coding;

/// <summary>
/// Loads every word list before the first text is read. A word that a list adds later would be unknown in a text read
/// earlier, and the very first answer would differ from the second.
/// </summary>
internal static class Lexicons
{
    internal static readonly Type[] Types =
    [
        typeof(Words), typeof(ClauseReader), typeof(LanguageCheck), typeof(BehaviorWords), typeof(ClauseCues), typeof(ClientCues), typeof(ClientRules),
        typeof(CounselorCoding), typeof(CounselorCues), typeof(CounselorUnits), typeof(Permission), typeof(ShortAnswer),
    ];

    private static readonly Lazy<bool> s_loaded = new(() =>
    {
        RuntimeHelpers.RunClassConstructor(typeof(Words).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ClauseReader).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(LanguageCheck).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(BehaviorWords).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ClauseCues).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ClientCues).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ClientRules).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(CounselorCoding).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(CounselorCues).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(CounselorUnits).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(Permission).TypeHandle);
        RuntimeHelpers.RunClassConstructor(typeof(ShortAnswer).TypeHandle);
        return true;
    });

    internal static void Load() => _ = s_loaded.Value;
}
