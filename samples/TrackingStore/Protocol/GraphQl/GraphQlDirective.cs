namespace TrackingStore.Protocol.GraphQl;

/// <summary>A directive, such as <c>@include(if: $full)</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments.</param>
internal sealed record GraphQlDirective(string Name, IReadOnlyDictionary<string, GraphQlValue> Arguments);
