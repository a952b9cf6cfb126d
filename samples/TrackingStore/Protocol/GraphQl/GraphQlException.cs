namespace TrackingStore.Protocol.GraphQl;

/// <summary>A GraphQL document that is not served.</summary>
internal sealed class GraphQlException(string message) : Exception(message);
