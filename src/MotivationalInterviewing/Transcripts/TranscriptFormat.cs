namespace MotivationalInterviewing.Transcripts;

/// <summary>File formats that the core reads. CSV is read by the training package. The default value is <see cref="Unknown"/>.</summary>
public enum TranscriptFormat
{
    /// <summary>Not stated and not recognized.</summary>
    Unknown = 0,

    /// <summary>One JSON object per line.</summary>
    JsonLines,

    /// <summary>WebVTT with voice tags or "Name: text" cues.</summary>
    WebVtt,

    /// <summary>SubRip (SRT) with "Name: text" cues.</summary>
    SubRip,

    /// <summary>Plain text, "Name: text" per turn; lines without a name continue the turn before.</summary>
    Text,
}
