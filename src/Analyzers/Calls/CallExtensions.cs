using DynamoToolkit.Analyzers.Uses;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DynamoToolkit.Analyzers.Calls;

/// <summary>Follows calls to what they are called on, and to what becomes of their results.</summary>
internal static class CallExtensions
{
    /// <summary>What a method is called on, as an instance or as an extension.</summary>
    public static IOperation? Receiver(this IInvocationOperation call)
    {
        var receiver = call.Instance
            ?? (call.TargetMethod.IsExtensionMethod || call.TargetMethod.ReducedFrom is not null
                ? call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 0)?.Value
                : null);
        return receiver?.WithoutConversions();
    }

    /// <summary>The calls of a chain, from this one back to its first.</summary>
    public static IEnumerable<IInvocationOperation> Chain(this IOperation? operation)
    {
        for (var current = operation?.WithoutConversions(); current is IInvocationOperation call; current = call.Receiver())
            yield return call;
    }

    /// <summary>The calls that go on from this one, the nearest first, up to a <c>ConfigureAwait</c>.</summary>
    public static IEnumerable<IInvocationOperation> Continuation(this IInvocationOperation call)
    {
        IOperation current = call;
        while (current.Parent is { } parent)
        {
            while (parent is IConversionOperation or IArgumentOperation && parent.Parent is { } next)
                parent = next;
            if (parent is not IInvocationOperation { TargetMethod.Name: not "ConfigureAwait" } further || further.Receiver() != current)
                yield break;
            yield return further;
            current = further;
        }
    }

    /// <summary>The update that a call adds to; null if it is none, or comes from elsewhere.</summary>
    public static IInvocationOperation? Update(this IInvocationOperation call) => call.Receiver().Chain().LastOrDefault() is
    { TargetMethod: { Name: "Update", ContainingType.Name: "DynamoTable" } } update ? update : null;

    /// <summary>The arguments that the source gives, without the receiver of an extension method.</summary>
    public static IEnumerable<IArgumentOperation> Given(this IInvocationOperation call) => call.Arguments.Where(
        argument => argument.ArgumentKind != ArgumentKind.DefaultValue && !(call.Instance is null && argument.Parameter?.Ordinal == 0
            && call.TargetMethod.IsExtensionMethod));

    /// <summary>An operation without the conversions around it.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The operation that awaits a call, perhaps with <c>ConfigureAwait</c> in between; null if nothing does.</summary>
    public static IAwaitOperation? Await(this IInvocationOperation call)
    {
        var awaited = call.Parent is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured && configured.Instance == call
            ? configured
            : call;
        return awaited.Parent as IAwaitOperation;
    }

    /// <summary>The call that is awaited, perhaps with <c>ConfigureAwait</c> in between; null if it is something else.</summary>
    public static IInvocationOperation? AwaitedCall(this IAwaitOperation awaited) => awaited.Operation switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: IInvocationOperation call } => call,
        var operation => operation as IInvocationOperation,
    };

    /// <summary>Whether nothing reads what is awaited: a statement, or a variable without uses. A discard is somebody's decision.</summary>
    public static bool IsDropped(this IAwaitOperation awaited)
    {
        if (awaited.Parent is IExpressionStatementOperation)
            return true;
        if (awaited.ParentWithoutConversions() is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
            return false;
        return !declarator.References().Any();
    }

    /// <summary>The uses of a local variable, wherever they are in its method.</summary>
    public static IEnumerable<ILocalReferenceOperation> References(this IVariableDeclaratorOperation variable)
    {
        IOperation root = variable;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<ILocalReferenceOperation>()
            .Where(use => SymbolEqualityComparer.Default.Equals(use.Local, variable.Symbol));
    }

    /// <summary>The next operation around that is not a conversion.</summary>
    public static IOperation? ParentWithoutConversions(this IOperation operation)
    {
        var parent = operation.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent;
    }

    /// <summary>Whether a call is of a method of the library with one of these names.</summary>
    public static bool IsToolkit(this IInvocationOperation call, params string[] names) =>
        Array.IndexOf(names, call.TargetMethod.Name) >= 0 && call.TargetMethod.IsOfToolkit();

    /// <summary>The elements of a collection that the source writes out; null for any other.</summary>
    public static IReadOnlyList<IOperation>? Elements(this IOperation collection) => collection.WithoutConversions() switch
    {
        ICollectionExpressionOperation { Elements: var elements } => [.. elements.Select(WithoutConversions)],
        IArrayCreationOperation { Initializer.ElementValues: var values } => [.. values.Select(WithoutConversions)],
        IObjectCreationOperation { Initializer: { } initializer, Arguments.Length: 0 } =>
            [.. initializer.Initializers.OfType<IInvocationOperation>().Where(add => add.Arguments.Length == 1)
                .Select(add => add.Arguments[0].Value.WithoutConversions())],
        _ => null,
    };

    /// <summary>Where the called method's name stands.</summary>
    public static Location NameLocation(this IInvocationOperation call) => call.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    /// <summary>The lambda, local function or method body that has an operation, so that what is outside runs at another time.</summary>
    public static IOperation Body(this IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent && current is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            current = parent;
        return current;
    }

    /// <summary>The names of a lambda that is one path: <c>r => r.Name</c> and <c>r => r.Size.Width</c>; null for any other.</summary>
    public static IReadOnlyList<string>? Path(this IOperation? lambda)
    {
        var syntax = lambda switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } => function.Syntax,
            IAnonymousFunctionOperation function => function.Syntax,
            _ => null,
        };
        if (syntax is not SimpleLambdaExpressionSyntax { ExpressionBody: { } body } simple)
            return null;
        var names = new List<string>();
        ExpressionSyntax current = body;
        while (true)
        {
            switch (current)
            {
                case MemberAccessExpressionSyntax access:
                    names.Insert(0, access.Name.Identifier.ValueText);
                    current = access.Expression;
                    break;
                case ElementAccessExpressionSyntax element:
                    names.Insert(0, element.ArgumentList.ToString());
                    current = element.Expression;
                    break;
                case PostfixUnaryExpressionSyntax suppressed:
                    current = suppressed.Operand;
                    break;
                case IdentifierNameSyntax name when name.Identifier.ValueText == simple.Parameter.Identifier.ValueText:
                    return names.Count == 0 ? null : names;
                default:
                    return null;
            }
        }
    }
}
