using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>What tests do with consumers.</summary>
internal static class ConsumerExtensions
{
    /// <summary>Lets a consumer begin without a change, as a function that gets an empty event.</summary>
    public static Task BeginAsync(this StreamConsumer consumer, CancellationToken cancellationToken) =>
        consumer.HandleEventAsync("""{"Records":[]}"""u8.ToArray(), cancellationToken);
}
