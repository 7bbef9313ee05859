namespace MotivationalInterviewing.Dialogue;

/// <summary>Which techniques ask, and which are said in fixed sentences.</summary>
internal static class TechniqueFacts
{
    /// <summary>Is a question, or a request for leave, by its nature.</summary>
    internal static bool Asks(this Technique technique) => technique is
        >= Technique.KeyQuestion and <= Technique.AskKnowledge or Technique.ElicitAfterProviding or Technique.AskOwnIdeas or Technique.PlanStep or Technique.ConfidenceCheck;

    /// <summary>
    /// Said in sentences that people have read, with nothing of the client's in them. What the guard finds there is
    /// reported and changes nothing: one in eight adherent replies alarms it, and a question about the program must be answered.
    /// </summary>
    internal static bool IsFixedText(this Technique technique) => technique is
        Technique.Disclosure or Technique.Closing or Technique.Acknowledge or Technique.ProvideInformation or Technique.OfferReferral or Technique.AgendaMapping
        or Technique.ShiftFocus or Technique.Apologize or Technique.AcknowledgePressure;

    /// <summary>Gives back what the client said, alone or with others.</summary>
    internal static bool IsReflection(this Technique technique) => technique is
        Technique.SimpleReflection or Technique.ComplexReflection or Technique.FeelingReflection or Technique.DoubleSidedReflection
        or Technique.LinkingSummary or Technique.CollectingSummary or Technique.TransitionalSummary or Technique.PlanSummary;
}
