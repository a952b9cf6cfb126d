using System.Reflection;
using System.Text.RegularExpressions;
using DynamoToolkit.Borders;
using DynamoToolkit.Expressions;
using DynamoToolkit.Hosting;
using DynamoToolkit.Local;
using DynamoToolkit.Local.Server;
using DynamoToolkit.Patterns.OpenSearch;
using DynamoToolkit.Patterns.TextSearch;
using DynamoToolkit.Schema;
using DynamoToolkit.Streams;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>
/// Every public method that reaches data has an example on a page: the examples' code calls it, and a page's code has its name.
/// The sample of every access calls it as well.
/// </summary>
public sealed class ExampleCoverageTests
{
    private static readonly Type[] Examples =
    [
        typeof(AccessExamples), typeof(QueryExamples), typeof(ValueExamples), typeof(LocalEngineExamples), typeof(TransportExamples),
        typeof(HostingExamples), typeof(LockingExamples), typeof(VersionExamples), typeof(WriteShardExamples), typeof(CounterExamples),
        typeof(UniqueExamples), typeof(RetentionExamples), typeof(StreamExamples), typeof(MaterializerExamples),
        typeof(TrigramExamples), typeof(SearchExamples), typeof(FromContextExamples),
    ];

    /// <summary>Where programs begin. The test follows what these return, and what that returns.</summary>
    private static readonly Type[] Beginnings =
    [
        typeof(DynamoClient), typeof(TransactWriteCanceledException), typeof(SchemaExtensions), typeof(TableDefinition),
        typeof(AttributeFunctions), typeof(SortKeyCondition<>),
        typeof(ItemKinds<>), typeof(PageToken), typeof(Attribute<,>),
        typeof(UnorderedAttribute<,>), typeof(SetAttribute<,,,>), typeof(BooleanAttribute<>),
        typeof(AttributeOperators), typeof(KeyedMapAttribute<,,,,>),
        typeof(ListAttribute<,,,>), typeof(MapListAttribute<,,,,>), typeof(DictionaryAttribute<,,,>), typeof(AttributeMapExtensions),
        typeof(DynamoJson), typeof(ServiceCollectionExtensions), typeof(HealthChecksBuilderExtensions),
        typeof(LocalDynamo), typeof(LocalDynamoServer),
        typeof(VersionSaveExtensions), typeof(VersionReadExtensions), typeof(VersionDeleteExtensions), typeof(VersionConflictException),
        typeof(ShardingExtensions), typeof(CounterExtensions), typeof(WriteShards),
        typeof(StreamConsumer), typeof(StreamTable), typeof(DynamoStreamEvent), typeof(StreamServiceExtensions),
        typeof(MaterializerExtensions), typeof(TrigramMaterializerExtensions),
        typeof(SearchExtensions), typeof(TrackedItemExtensions), typeof(TrigramRepairExtensions),
        typeof(ITextSearch<>), typeof(OpenSearchIndex<>), typeof(TextSearchServiceExtensions),
    ];

    /// <summary>What needs no example of its own.</summary>
    private static readonly HashSet<string> Exceptions =
    [
        "LocalDynamo.SendAsync",                // what a client calls
        "LocalDynamo.ExecuteAsync",             // what a port calls
        "ItemSequence.ConfigureAwait",          // as everywhere in .NET
        "QueryBuilder.Where",                   // what the method that takes a lambda calls
        "WriteBuilder.If",                      // likewise
        "IChangeBatchHandler.HandleAsync",      // what a worker calls
        "StreamBatchResponse.Add",              // what a function does that handles an event itself
        "SortKeyCondition.After",               // what the builder of a sort key of several attributes calls
    ];

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    [Fact]
    public void EveryAccess_HasAnExample()
    {
        var called = CalledMethods.By(Examples).Select(Signature).ToHashSet();
        var blocks = string.Join('\n', PageTests.Pages().SelectMany(PageTests.BlocksOf));

        bool IsShown(MethodInfo method) => IsOperator(method) || IsOfLanguage(method) || Regex.IsMatch(blocks, $@"\b{method.Name}\b");
        var missing = Accesses()
            .Where(method => !Exceptions.Contains(NameOf(method)))
            .Where(method => !called.Contains(Signature(method)) || !IsShown(method))
            .Select(Signature)
            .Order()
            .ToList();

        Assert.True(missing.Count == 0, $"No page of docs/ shows how to call:\n{string.Join('\n', missing)}");
    }

    /// <summary>What <c>.ci/aot</c> publishes as native code and trimmed, and runs.</summary>
    [Fact]
    public void EveryAccess_IsInTheSample()
    {
        var called = CalledMethods.By(Assembly.Load("AotShop").GetTypes()).Select(Signature).ToHashSet();

        var missing = Accesses()
            .Where(method => !Exceptions.Contains(NameOf(method)))
            .Select(Signature)
            .Where(method => !called.Contains(method))
            .Distinct()
            .Order()
            .ToList();

        Assert.True(missing.Count == 0, $"samples/Aot does not call:\n{string.Join('\n', missing)}");
    }

    [Fact]
    public void EveryException_Exists() => Assert.Subset(Accesses().Select(NameOf).ToHashSet(), Exceptions);

    private static IEnumerable<MethodInfo> Accesses()
    {
        var seen = new HashSet<Type>();
        var left = new Queue<Type>(Beginnings);
        while (left.TryDequeue(out var any))
        {
            var type = any.IsGenericType ? any.GetGenericTypeDefinition() : any;
            foreach (var argument in any.GetGenericArguments())
                left.Enqueue(argument);
            var isOurs = type.Assembly == typeof(DynamoClient).Assembly || Beginnings.Contains(type);
            if (type.IsGenericParameter || !isOurs || !seen.Add(type))
                continue;

            if (type.BaseType is { } above)
                left.Enqueue(above);
            foreach (var method in type.GetMethods(Declared).Where(IsAccess))
            {
                if (!Exceptions.Contains(NameOf(method)))
                    left.Enqueue(method.ReturnType);
                yield return method;
            }
        }
    }

    /// <summary>Not what every record or value has, not properties, not conversions.</summary>
    private static bool IsAccess(MethodInfo method) =>
        method.GetBaseDefinition() == method
        && (IsOperator(method) || !method.IsSpecialName)
        && method.Name is not ("Dispose" or "DisposeAsync" or "Equals" or "GetHashCode" or "ToString")
        && method.Name is not ("op_Implicit" or "Deconstruct" or "<Clone>$")
        && !(method.Name is "op_Equality" or "op_Inequality" && method.ReturnType == typeof(bool));

    private static bool IsOperator(MethodBase method) => method.Name.StartsWith("op_", StringComparison.Ordinal);

    /// <summary>What the language calls without naming it: <c>await foreach</c>.</summary>
    private static bool IsOfLanguage(MethodInfo method) => method.Name is "GetAsyncEnumerator";

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name.Split('`')[0]}.{method.Name}";

    /// <summary>
    /// Operators count by their name: an example of a value's comparison is also one of a size's. The tokens of values with an order
    /// and of those without have the same functions.
    /// </summary>
    private static string Signature(MethodBase method) =>
        IsOperator(method)
            ? method.Name
            : $"{method.DeclaringType?.FullName}.{method.Name}({ParametersOf(method)})"
                .Replace("UnorderedAttribute", "Attribute", StringComparison.Ordinal);

    private static string ParametersOf(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{parameter.ParameterType}"));
}
