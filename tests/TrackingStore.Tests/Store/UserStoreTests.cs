using DynamoToolkit.Transport;
using TrackingStore.Errors;
using TrackingStore.Server;
using TrackingStore.Store;
using TrackingStore.Tests.Support;
using TrackingStore.Values;

namespace TrackingStore.Tests.Store;

public sealed class UserStoreTests
{
    private const string Password = "a long password";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Delete_RemovesTokensAndPermissions()
    {
        using var store = await TestStore.StartAsync();
        await AddUserAsync(store);
        Assert.Equal(3, await store.Engine.CountAsync("USER#ada"));
        await store.Users.DeleteAsync("ada", Ct);
        Assert.Equal(0, await store.Engine.CountAsync("USER#ada"));
    }

    /// <summary>The process ends after the user is deleted, and before the user's tokens and permissions are.</summary>
    [Fact]
    public async Task Delete_ThatBreaksOff_LeavesNothingToALaterUserOfTheName()
    {
        using var store = await TestStore.StartAsync();
        var token = await AddUserAsync(store);
        store.Before = (DynamoOperation.BatchWriteItem, () => throw new IOException("The process has ended."));
        await Assert.ThrowsAnyAsync<Exception>(() => store.Users.DeleteAsync("ada", Ct));
        Assert.Null(await store.Users.FindAsync("ada", Ct));
        Assert.NotNull(await store.Users.FindTokenAsync("ada", token.TokenId, Ct));

        await store.Users.CreateAsync("ada", Password, isAdmin: false, Ct);
        Assert.Null(await store.Users.FindTokenAsync("ada", token.TokenId, Ct));
        Assert.Null(await store.Grants.FindAsync("ada", ResourceKind.Experiment, "0", Ct));
        Assert.Equal(1, await store.Engine.CountAsync("USER#ada"));
    }

    [Fact]
    public async Task Change_TakesOneUpdate()
    {
        using var store = await TestStore.StartAsync();
        await AddUserAsync(store);
        Assert.Equal("UpdateItem", await store.RequestsOfAsync(() => store.Users.ChangeAdminAsync("ada", isAdmin: true, Ct)));
        Assert.Equal(
            "DeleteItem, Query, UpdateItem", await store.RequestsOfAsync(() => store.Users.ChangePasswordAsync("ada", Password, Ct)));
    }

    [Fact]
    public async Task Change_OfAUserThatIsMissing_IsRefused()
    {
        using var store = await TestStore.StartAsync();
        foreach (var change in (Func<Task>[])
        [
            () => store.Users.ChangePasswordAsync("ada", Password, Ct),
            () => store.Users.ChangeAdminAsync("ada", isAdmin: true, Ct),
            () => store.Users.DeleteAsync("ada", Ct),
        ])
        {
            Assert.Equal(new TrackingError.UserMissing("ada"), (await Assert.ThrowsAsync<TrackingException>(change)).Error);
        }

        Assert.Equal(0, await store.Engine.CountAsync("USER#ada"));
    }

    /// <summary>Two instances of the server start on a new store. The faster one's password is the administrator's.</summary>
    [Theory]
    [InlineData(DynamoOperation.UpdateItem)]
    [InlineData(DynamoOperation.PutItem)]
    public async Task FirstUser_ThatAnotherInstanceAddsMeanwhile_IsThere(DynamoOperation step)
    {
        using var store = await TestStore.StartAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, Password, Ct);
            store.Before = (step, () => store.Users.CreateAsync(UserNames.First, "another long one", isAdmin: true, Ct));
            await FirstUser.EnsureAsync(store.Users, new ServerOptions { SignIn = true, AdminPasswordFile = file }, Ct);
            Assert.Null(store.Before);
        }
        finally
        {
            File.Delete(file);
        }

        var admin = await store.Users.RequireAsync(UserNames.First, Ct);
        Assert.True(admin.IsAdmin);
        Assert.True(PasswordHash.Matches(admin.PasswordHash, "another long one"));
    }

    private static async Task<AccessToken> AddUserAsync(TestStore store)
    {
        await store.Users.CreateAsync("ada", Password, isAdmin: false, Ct);
        await store.Grants.CreateAsync("ada", new GrantTarget(ResourceKind.Experiment, "0", "0"), Permission.MANAGE, Ct);
        return await store.Users.CreateTokenAsync("ada", Ct);
    }
}
