namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>An index of a table.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsGlobal">Whether it is a global index.</param>
/// <param name="Keys">Its key attributes.</param>
/// <param name="Projection">What it projects.</param>
internal sealed record IndexShape(string Name, bool IsGlobal, string[] Keys, string Projection);
