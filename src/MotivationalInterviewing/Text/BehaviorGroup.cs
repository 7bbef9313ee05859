namespace MotivationalInterviewing.Text;

/// <summary>
/// What the model knows of a target behavior: its preset (0 when none) and which way change points (1 less, 2 more,
/// 0 unknown). The default value is an unknown behavior.
/// </summary>
internal readonly record struct BehaviorGroup(byte Class, byte Goal)
{
    /// <summary>The group of a behavior; unknown for null.</summary>
    public static BehaviorGroup Of(TargetBehavior? behavior)
    {
        if (behavior is null) return default;
        var index = TargetBehavior.Presets.IndexOf(behavior);
        return new BehaviorGroup((byte)(index + 1), behavior.Goal == ChangeGoal.Decrease ? (byte)1 : (byte)2);
    }
}
