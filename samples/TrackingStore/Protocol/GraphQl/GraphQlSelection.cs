namespace TrackingStore.Protocol.GraphQl;

/// <summary>Something that a document asks for: a field, or fields that stand elsewhere.</summary>
/// <param name="Directives">Says whether it is wanted: <c>@include</c> and <c>@skip</c>.</param>
internal abstract record GraphQlSelection(IReadOnlyList<GraphQlDirective> Directives);
