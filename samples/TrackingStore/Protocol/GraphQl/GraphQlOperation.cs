namespace TrackingStore.Protocol.GraphQl;

/// <summary>An operation of a document.</summary>
/// <param name="Name">Its name; null if it has none.</param>
/// <param name="IsMutation">Whether it calls itself a mutation.</param>
/// <param name="Variables">Its variables, with what they are where the request gives no value.</param>
/// <param name="Selections">What it asks for.</param>
internal sealed record GraphQlOperation(
    string? Name,
    bool IsMutation,
    IReadOnlyDictionary<string, GraphQlVariable> Variables,
    IReadOnlyList<GraphQlSelection> Selections);
