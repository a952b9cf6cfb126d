namespace TrackingStore.Protocol.Messages;

/// <summary>The reply of a request that answers nothing: <c>{}</c>.</summary>
internal sealed record EmptyReply
{
    /// <summary>The one instance.</summary>
    public static EmptyReply Instance { get; } = new();
}
