namespace System.Diagnostics.CodeAnalysis;

/// <summary>Lets netstandard2.0 say when an out parameter is not null.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
