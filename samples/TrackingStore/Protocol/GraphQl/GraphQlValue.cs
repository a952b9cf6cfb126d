using System.Text.Json.Nodes;

namespace TrackingStore.Protocol.GraphQl;

/// <summary>A value in a document, in which variables may be.</summary>
/// <param name="variables">The values of the variables.</param>
internal delegate JsonNode? GraphQlValue(GraphQlValues variables);
