namespace DynamoToolkit.Shared.Model;

/// <summary>Stands for a type in specs, which may hold no symbols.</summary>
/// <param name="Name">The simple name, as an identifier that compiles (<c>@class</c>).</param>
/// <param name="FullName">The name with <c>global::</c>, as generated code writes it; without a nullable annotation.</param>
/// <param name="IsValueType">Whether it is a struct or an enum.</param>
internal sealed record TypeRef(string Name, string FullName, bool IsValueType);
