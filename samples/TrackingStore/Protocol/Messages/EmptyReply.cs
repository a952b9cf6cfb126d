namespace TrackingStore.Protocol.Messages;

/// <summary>The reply to a request that has nothing to say: <c>{}</c>.</summary>
internal sealed record EmptyReply
{
    /// <summary>The one instance.</summary>
    public static EmptyReply Instance { get; } = new();
}
