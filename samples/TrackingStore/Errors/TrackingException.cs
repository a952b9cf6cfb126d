namespace TrackingStore.Errors;

/// <summary>The store refuses a request. Whoever answers the client finds the words for it.</summary>
internal sealed class TrackingException(TrackingError error) : Exception($"The store refuses the request: {error}")
{
    /// <summary>What is wrong.</summary>
    public TrackingError Error { get; } = error;
}
