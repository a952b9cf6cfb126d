namespace TrackingStore.Protocol.GraphQl;

/// <summary>A variable of an operation.</summary>
/// <param name="IsRequired">Whether it must have a value.</param>
/// <param name="Default">Its value where the request gives none; null if it has none then.</param>
internal sealed record GraphQlVariable(bool IsRequired, GraphQlValue? Default);
