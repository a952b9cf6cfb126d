namespace DynamoToolkit.Streams.Delivery;

/// <summary>A handler that keeps something of which others must know whether it has seen all changes.</summary>
internal interface IUpkeepHandler
{
    /// <summary>
    /// Notes that a consumer begins, once the consumer knows of all changes that follow. It may be called again, and by several processes.
    /// </summary>
    /// <param name="start">Which consumer it is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task BeginAsync(UpkeepStart start, CancellationToken cancellationToken);

    /// <summary>
    /// Notes that changes have passed by the handler. It is called before the consumer goes on after them, so that nobody takes what the
    /// handler keeps for complete, wherever a process dies. It may be called again, and by several processes.
    /// </summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task MissAsync(CancellationToken cancellationToken);
}
