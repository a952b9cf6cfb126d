using System.CommandLine;

namespace DynamoToolkit.Local.Server;

/// <summary>The commands <c>backup</c> and <c>restore</c>. Both copy a folder.</summary>
internal static class CopyCommand
{
    /// <summary>Copies a folder that a server may have open.</summary>
    public static Command Backup() => Create(
        "backup",
        "Copies the data of a folder, also while a server has it open.",
        new Option<DirectoryInfo>("--data") { Description = "The folder with the data.", Required = true },
        new Option<DirectoryInfo>("--to") { Description = "The folder for the backup, which is created.", Required = true });

    /// <summary>Copies a backup to a new folder.</summary>
    public static Command Restore() => Create(
        "restore",
        "Checks a backup, and copies it to a new folder.",
        new Option<DirectoryInfo>("--from") { Description = "The folder with the backup.", Required = true },
        new Option<DirectoryInfo>("--data") { Description = "The folder for the data, which is created.", Required = true });

    private static Command Create(string name, string description, Option<DirectoryInfo> from, Option<DirectoryInfo> to)
    {
        var command = new Command(name, description) { from, to };
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(arguments.GetRequiredValue(from).FullName, arguments.GetRequiredValue(to).FullName, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string from, string to, CancellationToken cancellationToken)
    {
        try
        {
            await LocalDynamo.CopyFolderAsync(from, to, cancellationToken);
            Console.WriteLine($"Copied {from} to {to}");
            return 0;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"The copy was cancelled, and nothing of it is left in {to}");
            return 1;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
