namespace MotivationalInterviewing.Dialogue;

/// <summary>Which techniques give something back, and which ask.</summary>
internal static class TechniqueFacts
{
    /// <summary>Gives the client's words or their meaning back.</summary>
    internal static bool IsReflection(this Technique technique) => technique is
        Technique.SimpleReflection or Technique.ComplexReflection or Technique.FeelingReflection or Technique.DoubleSidedReflection
        or Technique.AmplifiedReflection or Technique.Reframe or Technique.AgreementWithATwist or Technique.ComingAlongside
        or Technique.CollectingSummary or Technique.LinkingSummary or Technique.TransitionalSummary or Technique.PlanSummary
        or Technique.AcceptCorrection or Technique.NormalizeLapse or Technique.AcknowledgePressure;
}
