using DynamoToolkit.TestKit;

namespace DynamoToolkit.Generator.Tests.Behaviour;

/// <summary>Compiles models together with a method that uses them, and runs it.</summary>
internal static class Harness
{
    private const string Helpers = """
        using System;
        using System.Text;
        using DynamoToolkit;
        using DynamoToolkit.Wire;

        internal static class Wired
        {
            public static string Write<T>(T item) where T : IDynamoMap<T>
            {
                using var buffer = WireBuffer.Rent();
                var writer = new ItemWriter(buffer);
                T.WriteMap(ref writer, in item);
                writer.Flush();
                return Encoding.UTF8.GetString(buffer.WrittenSpan);
            }

            public static T Read<T>(string json) where T : IDynamoMap<T>
            {
                var reader = new ItemReader(Encoding.UTF8.GetBytes(json));
                return T.ReadMap(ref reader);
            }

            public static string Fails<TException>(Action action) where TException : Exception
            {
                try
                {
                    action();
                }
                catch (TException exception)
                {
                    return exception.Message;
                }

                throw new InvalidOperationException("Nothing was thrown.");
            }
        }
        """;

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.Frozen;
        using System.Linq;
        using DynamoToolkit;
        using DynamoToolkit.Wire;

        """;

    /// <summary>Runs the body of a method that returns a text.</summary>
    /// <param name="models">Type declarations.</param>
    /// <param name="body">The method's statements.</param>
    public static string Run(string models, string body) =>
        (string)GeneratorRunner.Run(Usings + models, Program(body), Helpers).Invoke("Program", "Main")!;

    /// <summary>Runs the body of a method over models whose base classes are in another assembly.</summary>
    /// <param name="library">Type declarations of that assembly.</param>
    /// <param name="models">Type declarations.</param>
    /// <param name="body">The method's statements.</param>
    public static string RunAcross(string library, string models, string body) =>
        (string)GeneratorRunner.Run(Library.Of(Usings + library), Usings + models, Program(body), Helpers).Invoke("Program", "Main")!;

    private static string Program(string body) => $$"""
        {{Usings}}
        internal static class Program
        {
            public static string Main()
            {
                {{body}}
            }
        }
        """;
}
