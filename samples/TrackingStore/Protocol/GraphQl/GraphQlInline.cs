namespace TrackingStore.Protocol.GraphQl;

/// <summary>Fields in a fragment without a name.</summary>
/// <param name="Fields">What it has.</param>
/// <param name="Directives">Says whether they are wanted.</param>
/// <param name="TypeName">The type whose fields they are; null for that of what they stand in.</param>
internal sealed record GraphQlInline(
    IReadOnlyList<GraphQlSelection> Fields, IReadOnlyList<GraphQlDirective> Directives, string? TypeName) : GraphQlSelection(Directives);
