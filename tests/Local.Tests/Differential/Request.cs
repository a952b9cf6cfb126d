using System.Text.Json.Nodes;

namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>An operation and its body.</summary>
internal sealed record Request(string Operation, JsonObject Body);
