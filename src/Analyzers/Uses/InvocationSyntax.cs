using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DynamoToolkit.Analyzers.Uses;

/// <summary>What a call shows before anyone asks what it means.</summary>
internal static class InvocationSyntax
{
    /// <summary>The name of the called method; null for a call of anything else than a member of a value or a type.</summary>
    public static string? MethodName(this InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}
