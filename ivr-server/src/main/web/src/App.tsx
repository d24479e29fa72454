import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createBrowserRouter, Navigate, RouterProvider } from "react-router";
import { AccountPage } from "./account/AccountPage";
import { Refusal } from "./api/client";
import { AuditPage } from "./audit/AuditPage";
import { BoardPage } from "./board/BoardPage";
import { CallsPage } from "./calls/CallsPage";
import { DeskPage } from "./desk/DeskPage";
import { SearchPage } from "./search/SearchPage";
import { Behind } from "./shell/Behind";
import { LoginPage } from "./shell/LoginPage";
import { Home } from "./shell/Home";
import { UsersPage } from "./users/UsersPage";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && error instanceof Refusal && error.body.status >= 502,
    },
  },
});

const router = createBrowserRouter([
  { path: "/login", Component: LoginPage },
  {
    HydrateFallback: () => null,
    Component: Behind,
    children: [
      { path: "/", element: <Home><BoardPage /></Home> },
      { path: "/calls", Component: CallsPage },
      { path: "/calls/:id", lazy: () => import("./call/CallPage") },
      { path: "/search", Component: SearchPage },
      { path: "/training", lazy: () => import("./training/TrainingPage") },
      { path: "/desk", Component: DeskPage },
      { path: "/users", Component: UsersPage },
      { path: "/audit", Component: AuditPage },
      { path: "/account", Component: AccountPage },
      { path: "*", element: <Navigate to="/" replace /> },
    ],
  },
]);

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
