using System.Text.Json.Serialization;

namespace TrackingStore.Pages.Charts;

/// <summary>What pages hand to their scripts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<ChartRun>))]
internal sealed partial class ChartData : JsonSerializerContext;
