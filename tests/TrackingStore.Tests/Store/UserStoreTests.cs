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

    /// <summary>A request that signed in with the old password is slower than the one that changes it.</summary>
    [Theory]
    [InlineData(DynamoOperation.GetItem)]
    [InlineData(DynamoOperation.TransactWriteItems)]
    public async Task Token_OfWhoeverSignedInWithAnOldPassword_IsRefused(DynamoOperation step)
    {
        using var store = await TestStore.StartAsync();
        await AddUserAsync(store);
        var hash = (await store.Users.RequireAsync("ada", Ct)).PasswordHash;
        store.Before = (step, () => store.Users.ChangePasswordAsync("ada", Password + "2", Ct));
        var error = await Assert.ThrowsAsync<TrackingException>(() => store.Users.CreateTokenAsync("ada", hash, Ct));
        Assert.Equal(new TrackingError.UserChanged("ada"), error.Error);
        Assert.Empty(await store.Users.TokensAsync("ada", Ct));
        var now = (await store.Users.RequireAsync("ada", Ct)).PasswordHash;
        await store.Users.CreateTokenAsync("ada", now, Ct);
        Assert.Single(await store.Users.TokensAsync("ada", Ct));
    }

    /// <summary>Another user has the name, or what the permission is for is gone, when it is written.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Permission_IsNotGiven_ToALaterUserOfTheName_NorForWhatIsGone(bool isUser)
    {
        using var store = await TestStore.StartAsync();
        await AddUserAsync(store);
        var id = (await store.Models.CreateAsync("m", null, [], null, Ct)).Item.ModelId;
        store.Before = (DynamoOperation.TransactWriteItems, async () =>
        {
            if (isUser)
            {
                await store.Users.DeleteAsync("ada", Ct);
                await store.Users.CreateAsync("ada", Password, isAdmin: false, Ct);
            }
            else
            {
                await store.Models.DeleteAsync(new ModelKey("m"), Ct);
            }
        }
        );
        var error = await Assert.ThrowsAsync<TrackingException>(
            () => store.Grants.CreateAsync("ada", new GrantTarget(ResourceKind.Model, id, "m"), Permission.READ, Ct));
        Assert.Equal(isUser ? new TrackingError.UserChanged("ada") : new TrackingError.ModelMissing("m"), error.Error);
        Assert.Null(await store.Grants.FindAsync("ada", ResourceKind.Model, id, Ct));
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
        return await store.Users.CreateTokenAsync("ada", null, Ct);
    }
}
