namespace DynamoToolkit.Streams.Delivery;

/// <summary>A handler that has something to do when a consumer begins, once the consumer knows of all changes that follow.</summary>
internal interface IBeginningHandler
{
    /// <summary>Begins. It may be called again, and by several processes.</summary>
    /// <param name="start">Which consumer it is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task BeginAsync(UpkeepStart start, CancellationToken cancellationToken);
}
