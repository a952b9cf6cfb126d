using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Xunit;

namespace DynamoToolkit.TestKit;

/// <summary>What the generator made of test sources.</summary>
/// <param name="Compilation">The sources and what was generated.</param>
/// <param name="Result">What was generated.</param>
public sealed record GeneratorRun(Compilation Compilation, GeneratorDriverRunResult Result)
{
    /// <summary>The generated files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files { get; } = Result.Results
        .SelectMany(result => result.GeneratedSources)
        .ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    /// <summary>The library that the sources refer to.</summary>
    public Library? Library { get; init; }

    /// <summary>Compiles everything and loads it, to run it.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var emitted = Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(
            emitted.Success, string.Join('\n', emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        if (Library is not null)
            context.LoadFromStream(new MemoryStream(Library.Image));
        return context.LoadFromStream(image);
    }

    /// <summary>Loads everything and calls a static method without parameters.</summary>
    /// <param name="typeName">The type's full name.</param>
    /// <param name="method">The method.</param>
    public object? Invoke(string typeName, string method)
    {
        var type = Load().GetType(typeName, throwOnError: true)!;
        try
        {
            return type.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(null, null);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
