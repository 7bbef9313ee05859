namespace MotivationalInterviewing.Dialogue;

/// <summary>
/// Puts a move into words. The built-in writer is offline and deterministic; a host may bring its own (a language model,
/// say). Whoever writes, the adherence guard reads the reply before the client does.
/// </summary>
public interface IReplyWriter
{
    /// <summary>Writes the reply.</summary>
    /// <param name="request">The move and what it needs.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The reply as the client reads or hears it. Empty: the writer has nothing to say, and the built-in writer speaks.</returns>
    ValueTask<string> WriteAsync(ReplyRequest request, CancellationToken cancellationToken);
}
