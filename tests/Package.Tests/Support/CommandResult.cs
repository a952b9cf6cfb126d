namespace DynamoToolkit.Package.Tests.Support;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What it wrote, errors included, with line feeds.</param>
internal sealed record CommandResult(int ExitCode, string Output);
