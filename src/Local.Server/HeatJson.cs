using System.Text.Json.Serialization;

namespace DynamoToolkit.Local.Server;

/// <summary>Writes <see cref="HeatPage"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(HeatPage))]
internal sealed partial class HeatJson : JsonSerializerContext;
