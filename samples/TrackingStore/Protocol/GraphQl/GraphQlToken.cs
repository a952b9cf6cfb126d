namespace TrackingStore.Protocol.GraphQl;

/// <summary>A piece of a document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; without quotes and escapes for a string.</param>
internal readonly record struct GraphQlToken(GraphQlTokenKind Kind, string Text);
