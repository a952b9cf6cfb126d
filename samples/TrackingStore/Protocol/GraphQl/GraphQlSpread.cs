namespace TrackingStore.Protocol.GraphQl;

/// <summary>The fields of a fragment.</summary>
/// <param name="Name">The name of the fragment.</param>
/// <param name="Directives">Says whether they are wanted.</param>
internal sealed record GraphQlSpread(string Name, IReadOnlyList<GraphQlDirective> Directives) : GraphQlSelection(Directives);
