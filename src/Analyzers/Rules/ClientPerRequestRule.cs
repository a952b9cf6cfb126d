using System.Collections.Immutable;
using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Analyzers.Uses;
using DynamoToolkit.Shared.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Rules;

/// <summary>DTK2029: a client has connections of its own, which take long to make.</summary>
internal static class ClientPerRequestRule
{
    private static readonly string[] Clients = ["DynamoClient", "AmazonDynamoDBClient"];

    /// <summary>Whether the type that is created can be a client, as far as its name shows.</summary>
    public static bool MayBeClient(BaseObjectCreationExpressionSyntax creation, Lazy<ImmutableHashSet<string>> aliases) =>
        creation is not ObjectCreationExpressionSyntax named
        || (LastName(named.Type) is { } name && (Clients.Contains(name) || aliases.Value.Contains(name)));

    /// <summary>The names that files of a compilation give to clients with <c>using Name = …;</c>.</summary>
    public static ImmutableHashSet<string> Aliases(Compilation compilation) =>
    [
        .. compilation.SyntaxTrees
            .SelectMany(static tree => TreeNames.Of(tree, CancellationToken.None).Aliases)
            .Where(static alias => alias.Uses.Any(Clients.Contains))
            .Select(static alias => alias.Name)
    ];

    /// <summary>Looks at the creation of a client.</summary>
    public static void Check(IObjectCreationOperation creation, ISymbol containing, Action<ModelProblem> report)
    {
        if (creation.Type is not { } type || !Clients.Contains(type.Name) || !IsClient(type)
            || Place(creation, containing) is not { } place || HasOwnTransport(creation))
        {
            return;
        }

        report(RuleTable.ClientPerRequest.Problem(creation.Syntax.GetLocation(), ("type", type.Name), ("place", place)));
    }

    private static string? LastName(TypeSyntax type) => type switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax { Right: IdentifierNameSyntax name } => name.Identifier.ValueText,
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsClient(ITypeSymbol type) =>
        type.IsOfToolkit() || type.ContainingNamespace.ToDisplayString() == "Amazon.DynamoDBv2";

    /// <summary>A client over a transport that exists makes no connections.</summary>
    private static bool HasOwnTransport(IObjectCreationOperation creation) =>
        creation.Arguments.Any(argument => argument.Parameter?.Type.Name == "IDynamoTransport");

    private static string? Place(IOperation creation, ISymbol containing)
    {
        for (var current = creation.Parent; current is not null; current = current.Parent)
        {
            // One client for each Region or account is as few as there can be.
            if (current is IForEachLoopOperation each && creation.Descendants().OfType<ILocalReferenceOperation>()
                .Any(use => each.Locals.Contains(use.Local, SymbolEqualityComparer.Default)))
            {
                return null;
            }

            if (current is ILoopOperation)
                return "in each pass of a loop";
            if (current is IAnonymousFunctionOperation function)
                return IsEndpoint(function) ? "for each request" : null;
            if (current is ILocalFunctionOperation)
                return null;
        }

        return containing is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: false } method
            && IsHandler(method) ? "for each request" : null;
    }

    /// <summary>Whether a lambda is the handler of a route: <c>app.MapGet("/", () => …)</c>.</summary>
    private static bool IsEndpoint(IOperation function)
    {
        var parent = function.Parent;
        while (parent is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
            parent = parent.Parent;
        return parent is IInvocationOperation { TargetMethod: { } method }
            && method.Name is "MapGet" or "MapPost" or "MapPut" or "MapDelete" or "MapPatch"
            && method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);
    }

    /// <summary>Whether the host calls a method for each request: an action of a controller, or the handler of a Lambda function.</summary>
    private static bool IsHandler(IMethodSymbol method)
    {
        if (method.Parameters.Any(parameter => parameter.Type is { Name: "ILambdaContext", ContainingNamespace.Name: "Core" }))
            return true;
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.Name == "ControllerBase"
                || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ApiControllerAttribute"))
            {
                return method.DeclaredAccessibility == Accessibility.Public;
            }
        }

        return false;
    }
}
